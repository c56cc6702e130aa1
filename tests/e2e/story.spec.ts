import { expect, test } from './support/test';
import {
  addClient,
  completeAddress,
  connectStripe,
  createBusiness,
  issueAndSend,
  writeInvoice,
} from './support/owner';
import { STORIES } from './support/stories';
import { type StartedWorld, startEmptyWorld } from './support/world';

test.describe.configure({ mode: 'default' });

let world: StartedWorld;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  world = await startEmptyWorld();
});
test.afterAll(async () => {
  await world?.stop();
});

for (const story of STORIES) {
  test.describe(`In ${story.locale}`, () => {
    test.use({ locale: story.tag });

    test('an owner makes a business and invoices a client, who pays, and both see it', async ({ page }) => {
      test.setTimeout(180_000);
      const slug = await createBusiness(page, world, story);
      const base = `${world.baseUrl}/b/${slug}`;
      await completeAddress(page, base, story);
      await connectStripe(page, world, base, story);
      await addClient(page, base, story);
      await writeInvoice(page, story, story);
      const { number } = await issueAndSend(page, story, story.total);
      expect(number).toMatch(/\d/);
    });
  });
}
