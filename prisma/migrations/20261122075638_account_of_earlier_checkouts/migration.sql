-- Pages opened before a checkout remembered its account are of the one that the business is connected to: without it
-- nobody would ask any more what became of them.
UPDATE "Checkout" c SET "stripeAccountId" = s."accountId", live = s.live
FROM "StripeConnection" s WHERE s."businessId" = c."businessId" AND c."stripeAccountId" = '';
