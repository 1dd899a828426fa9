-- Which posts did each person hold, article by article? (Add a name to see one person.)
--
-- A person is one of people, where the tables are linked; else one of a single article.
SELECT p.name, p.person_id, a.date, COALESCE(b.name, p.org) AS org, p.title, p.change, p.sentence,
  p.article_id
FROM posts p JOIN articles a USING (article_id) LEFT JOIN bodies b USING (org_id)
ORDER BY p.name, p.person_id, a.date NULLS LAST, p.article_id, p.start, org, p.title
