-- What was the same indicator as a target, and what as a result?
-- Of one body, year, unit and kind. Figures whose body is not said are not compared.
SELECT t.year, t.body, t.canonical AS indicator, t.unit, t.comparator,
  t.low AS target_low, t.high AS target_high, r.low AS result_low, r.high AS result_high,
  t.article_id AS target_in, r.article_id AS result_in
FROM targets t JOIN results r
  ON r.canonical = t.canonical AND r.year = t.year AND r.unit = t.unit AND r.kind = t.kind
  AND (r.body = t.body OR r.owner = t.owner)
ORDER BY t.year, t.body, indicator, target_in, result_in, t.start, r.start
