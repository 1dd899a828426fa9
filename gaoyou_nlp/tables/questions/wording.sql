-- How firm are the targets of each year: how many are hard, expected, an effort, a plan?
SELECT year, count(*) AS targets,
  count(*) FILTER (WHERE wording_class = 'hard') AS hard,
  count(*) FILTER (WHERE wording_class = 'expected') AS expected,
  count(*) FILTER (WHERE wording_class = 'effort') AS effort,
  count(*) FILTER (WHERE wording_class = 'plan') AS plan,
  string_agg(DISTINCT wording, '、' ORDER BY wording) AS wordings
FROM targets
GROUP BY year
ORDER BY year NULLS LAST
