-- What falls due when?
SELECT period_end AS due, body, COALESCE(canonical, indicator) AS target, comparator, low, high,
  unit, wording, article_id
FROM targets
WHERE period_end IS NOT NULL
ORDER BY period_end, body NULLS LAST, article_id, start
