-- Who moved from which post to which?
--
-- Posts of one person in articles of different days; the post before is the one seen last. Persons
-- are those of links, so the tables must be linked (gaoyou link, or gaoyou tables --link). change is
-- what the text itself says of the later post; reason and sure are those of the link.
WITH seen AS (
  SELECT p.person_id, p.name, COALESCE(b.name, p.org) AS org, p.title, max(p.change) AS change,
    min(a.date) AS first_seen, max(a.date) AS last_seen
  FROM posts p JOIN articles a USING (article_id) LEFT JOIN bodies b USING (org_id)
  WHERE a.date IS NOT NULL
  GROUP BY ALL
), sure AS (
  SELECT entity_id AS person_id, min(link_score) AS sure, arg_min(reason, link_score) AS reason
  FROM links WHERE kind = 'person' GROUP BY entity_id
)
SELECT b.name, a.org AS from_org, a.title AS from_title, a.last_seen,
  b.org AS to_org, b.title AS to_title, b.first_seen, b.change, s.sure, s.reason
FROM seen b
JOIN seen a ON a.person_id = b.person_id AND a.last_seen < b.first_seen
LEFT JOIN sure s ON s.person_id = b.person_id
QUALIFY rank() OVER (
  PARTITION BY b.person_id, b.org, b.title ORDER BY a.last_seen DESC) = 1
ORDER BY b.name, b.first_seen, b.org, b.title, a.org, a.title
