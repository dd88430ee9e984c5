/// Nothing about people is kept for ever beside their facts: audit and what was returned go after two years.
require(`${__hooks}/lib/retention.cjs`);

cronAdd('forget-old', '50 7 * * *', () => require(`${__hooks}/lib/retention.cjs`).forget($app));
