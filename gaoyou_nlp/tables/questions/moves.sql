-- Who moved from which post to which?
-- Posts of one name in articles of different days; the post before is the one seen last. Two people
-- of one name are not told apart. change is what the text itself says of the later post.
WITH seen AS (
  SELECT p.name, p.org, p.title, max(p.change) AS change,
    min(a.date) AS first_seen, max(a.date) AS last_seen
  FROM posts p JOIN articles a USING (article_id)
  WHERE a.date IS NOT NULL
  GROUP BY ALL
)
SELECT b.name, a.org AS from_org, a.title AS from_title, a.last_seen,
  b.org AS to_org, b.title AS to_title, b.first_seen, b.change
FROM seen b JOIN seen a ON a.name = b.name AND a.last_seen < b.first_seen
QUALIFY rank() OVER (PARTITION BY b.name, b.org, b.title ORDER BY a.last_seen DESC) = 1
ORDER BY b.name, b.first_seen, b.org, b.title, a.org, a.title
