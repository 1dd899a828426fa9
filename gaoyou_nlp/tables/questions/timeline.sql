-- Which posts did each person hold, article by article? (Add a name to see one person.)
SELECT p.name, a.date, p.org, p.title, p.change, p.sentence, p.article_id
FROM posts p JOIN articles a USING (article_id)
ORDER BY p.name, a.date NULLS LAST, p.article_id, p.start, p.org, p.title
