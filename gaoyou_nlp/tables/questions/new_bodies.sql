-- Which bodies are named for the first time in the latest year?
WITH named AS (
  SELECT COALESCE(m.canonical, m.text) AS body, a.date, m.article_id, m.sentence
  FROM mentions m JOIN articles a USING (article_id)
  WHERE m.label = 'ORG' AND a.date IS NOT NULL
)
SELECT body, min(date) AS first_named, count(*) AS mentions,
  arg_min(article_id, date) AS article_id, arg_min(sentence, date) AS sentence
FROM named
GROUP BY body
HAVING year(min(date)) = (SELECT max(year(date)) FROM named)
ORDER BY first_named, body
