-- On which days offices had visitors: over ten years that would read tens of thousands of wide sums for one bit each. The grain is in it although it never
-- changes within the partition, or Postgres would look it up in the rows.
create index rollup_day_visited on rollup_day (grain, office, start) where kind = 'office' and visits > 0;
