-- Which bodies did each reporter cover, and how often?
-- A body is covered where an article of the reporter names a holder of one of its posts.
SELECT r.name AS reporter, COALESCE(b.name, p.org) AS body,
  count(DISTINCT r.article_id) AS articles,
  string_agg(DISTINCT p.name, '、' ORDER BY p.name) AS officials,
  min(a.date) AS first_day, max(a.date) AS last_day
FROM authors r JOIN posts p USING (article_id) JOIN articles a USING (article_id)
  LEFT JOIN bodies b USING (org_id)
WHERE p.org IS NOT NULL
GROUP BY 1, 2
ORDER BY r.name, articles DESC, body
