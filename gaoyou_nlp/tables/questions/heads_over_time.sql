-- Who headed each body, from when to when as the articles show it?
--
-- A head is whoever holds a post without 副; bodies and people are those of links where the tables
-- are linked, so a body is one under its short, full and earlier names.
SELECT COALESCE(b.name, h.org) AS body, h.name, h.person_id,
  string_agg(DISTINCT h.title, '、' ORDER BY h.title) AS titles,
  min(h.article_date) AS first_seen, max(h.article_date) AS last_seen,
  count(DISTINCT h.article_id) AS articles
FROM holders h LEFT JOIN bodies b USING (org_id)
WHERE h.org IS NOT NULL AND regexp_matches(h.title, '(书记|长|主任|主席)$') AND h.title NOT LIKE '%副%'
GROUP BY ALL
ORDER BY body, first_seen NULLS LAST, h.name
