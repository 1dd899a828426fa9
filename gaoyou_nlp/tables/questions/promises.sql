-- What did each body promise in each year, and who headed it?
-- A head is whoever holds a post of that body without 副, in the article or in another of its year.
-- body_by says whether the body is the speaker's or the owner in the text; only_post means that
-- the article names one person alone with a post, and the promise is taken to be that body's.
WITH heads AS (
  SELECT article_id, year(article_date) AS year, org, name, title
  FROM holders
  WHERE org IS NOT NULL AND regexp_matches(title, '(书记|长|主任|主席)$') AND title NOT LIKE '%副%'
), alone AS (
  SELECT article_id, arg_min(org, start) FILTER (WHERE org IS NOT NULL) AS org
  FROM holders GROUP BY article_id HAVING count(DISTINCT name) = 1
), promises AS (
  SELECT t.year, COALESCE(t.body, a.org) AS body,
    CASE WHEN t.body IS NULL THEN 'only_post' WHEN t.speaker_title IS NULL THEN 'owner'
      ELSE 'speaker' END AS body_by,
    COALESCE(t.canonical, t.indicator) AS promise, t.comparator, t.low, t.high, t.unit, t.wording,
    t.article_id, t.start, year(t.article_date) AS said_in
  FROM targets t LEFT JOIN alone a USING (article_id)
)
SELECT p.year, p.body, p.promise, p.comparator, p.low, p.high, p.unit, p.wording,
  (SELECT string_agg(DISTINCT h.name, '、' ORDER BY h.name) FROM heads h
   WHERE h.org = p.body AND (h.article_id = p.article_id OR h.year = p.said_in)) AS headed_by,
  p.body_by, p.article_id
FROM promises p
WHERE p.body IS NOT NULL
ORDER BY p.year NULLS LAST, p.body, p.article_id, p.start
