-- Who holds which post in which body, and when was that last said?
SELECT org AS body, title, name, min(article_date) AS first_seen, max(article_date) AS last_seen,
  count(DISTINCT article_id) AS articles
FROM holders
WHERE org IS NOT NULL
GROUP BY org, title, name
ORDER BY org, title, last_seen DESC NULLS LAST, name
