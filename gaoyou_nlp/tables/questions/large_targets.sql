-- Which targets of more than 1亿元 did each body set?
SELECT body, year, COALESCE(canonical, indicator) AS target, comparator,
  low / 1e8 AS low_yi, high / 1e8 AS high_yi, wording, text, article_id
FROM targets
WHERE unit = '元' AND kind IN ('level', 'increment') AND COALESCE(low, high) > 1e8
ORDER BY body NULLS LAST, COALESCE(low, high) DESC, article_id, start
