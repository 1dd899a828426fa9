-- How many projects are at each stage, and what do they cost together?
-- Each name counts once, as its latest article has it; totals in 元 of those whose total is said.
WITH latest AS (
  SELECT p.* FROM projects p JOIN articles a USING (article_id)
  QUALIFY row_number() OVER (
    PARTITION BY p.name
    ORDER BY a.date DESC NULLS LAST, p.amount_low IS NULL, p.article_id DESC) = 1
)
SELECT status AS stage, count(*) AS projects,
  count(amount_low) FILTER (WHERE amount_currency = 'CNY') AS with_total,
  sum(amount_low) FILTER (WHERE amount_currency = 'CNY') / 1e8 AS total_yi
FROM latest
GROUP BY status
ORDER BY list_position(['前期', '在谈', '签约', '开工', '在建', '竣工', '投产', '达产'], status) NULLS LAST
