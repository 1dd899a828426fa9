-- Who holds which post in which body, and when was that last said?
--
-- Bodies are those of links where the tables are linked, else as they are written.
SELECT COALESCE(b.name, h.org) AS body, h.title, h.name, min(h.article_date) AS first_seen,
  max(h.article_date) AS last_seen, count(DISTINCT h.article_id) AS articles
FROM holders h LEFT JOIN bodies b USING (org_id)
WHERE h.org IS NOT NULL
GROUP BY ALL
ORDER BY body, h.title, last_seen DESC NULLS LAST, h.name
