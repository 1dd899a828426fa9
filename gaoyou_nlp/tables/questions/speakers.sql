-- Who says what, and in which post?
SELECT s.speaker,
  (SELECT string_agg(concat_ws(' ', p.org, p.title), '; ' ORDER BY p.start, p.title)
   FROM posts p WHERE p.article_id = s.article_id AND p.name = s.speaker) AS posts,
  a.date, s.kind, s.text, s.article_id
FROM statements s JOIN articles a USING (article_id)
ORDER BY a.date NULLS LAST, s.article_id, s.start
