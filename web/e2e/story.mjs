// The whole story in a browser, against a real `attache serve` (ATTACHE=path/to/attache): each view, evidence, a verdict and
// its reopening, an identity and its undoing, a cancelled meeting and the plan that follows, Korean, dark, a telephone.
import AxeBuilder from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { open_browser } from './browser.mjs';
import { load_checker } from './contract.mjs';
import { start_office } from './office.mjs';

if (!process.env.ATTACHE && !process.env.STORY_URL) {
  console.error('story: set ATTACHE to the attache program (or STORY_URL to a server that runs on the example office)');
  process.exit(2);
}
const shots = resolve(process.env.SHOTS ?? join(import.meta.dirname, '../../build/shots'));
await mkdir(shots, { recursive: true });
const office = process.env.STORY_URL ? { url: process.env.STORY_URL, stop: async () => {} } : await start_office(resolve(process.env.ATTACHE));
const browser = await open_browser();
const page = await browser.new_page();
let passed = 0;
let failed = 0;

// One step: a truth about the page. Everything a page says on its console or asks of others counts against it.
async function step(truth, work) {
  const before = browser.complaints.length;
  try {
    await work();
    assert.deepEqual(browser.complaints.slice(before), []);
    passed += 1;
    console.log(`ok   ${truth}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${truth}\n     ${String(error.message).split('\n').slice(0, 12).join('\n     ')}`);
    await page.screenshot({ path: join(shots, `fail-${failed}.png`) }).catch(() => {});
  }
}

const open = async (address, on = page) => {
  await on.goto('about:blank'); // else only the part after the # would change, and the page would stay as it was
  await on.goto(`${office.url}#/${address}`);
  await on.locator('main h1').first().waitFor({ state: 'attached', timeout: 45_000 });
  await on.getByText('Reading the office…').first().waitFor({ state: 'detached', timeout: 45_000 });
};
const api = async (path) => (await fetch(`${office.url}api/v1/${path}`)).json();
const named = (role, name, options = {}) => page.getByRole(role, { name, ...options });

async function accessible(on = page) {
  const { violations } = await new AxeBuilder({ page: on }).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  assert.deepEqual(grave.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(' | ')}`), []);
}

const facts = { today: await api('today'), trips: await api('trips'), sources: await api('sources'), review: await api('review') };
const lapsed = facts.today.to_restore[0]?.person;
const trip = facts.trips.trips[0];

await step('every answer has the shape that the contract gives it', async () => {
  const complaints = await load_checker();
  const article = facts.sources.sources.find(({ kind }) => kind === 'article');
  const [claim] = (await api(`sources/${article.id}`)).claims;
  const { organisations } = await api('landscape');
  const asked = {
    ...Object.fromEntries(['office', 'today', 'ties', 'people', 'organisations', 'network', 'coverage', 'fragility', 'ledger', 'backtest', 'landscape', 'sources', 'review', 'decisions', 'trips', 'journal'].map((one) => [one, one])),
    person: `people/${lapsed.id}`,
    organisation: `organisations/${organisations[0].organisation.id}`,
    paths: `paths?to=${lapsed.id}`,
    diff: 'diff?from=2023-05-27',
    source: `sources/${article.id}`,
    claim: `claims/${claim.id}`,
    trip: `trips/${trip.id}`,
    files: `trips/${trip.id}/files`,
    recap: `recap/${trip.id}`,
  };
  const found = await Promise.all(Object.entries(asked).map(async ([operation, path]) => complaints(operation, await api(path))));
  assert.deepEqual(found.flat(), []);
});

await step('Today shows the ties to restore first, the next trip and the queue', async () => {
  await open('today');
  await named('region', 'Restore first').getByRole('link', { name: lapsed.name }).waitFor();
  await named('region', 'Next trip').getByText(trip.name).waitFor();
  await named('region', 'To decide').waitFor();
});
await step('Today is accessible', accessible);

await step('a name leads to a person with the reasons of the tie', async () => {
  await named('region', 'Restore first').getByRole('link', { name: lapsed.name }).first().click();
  await named('heading', lapsed.name, { level: 1 }).waitFor();
  await named('region', 'Tie').getByText('Lapsed').waitFor();
  assert.ok((await named('region', 'Tie').getByRole('listitem').count()) > 0);
});
await step('a person can be reached through others, each step with its reason', async () => {
  await named('button', `Find the way to ${lapsed.name}`).click();
  await named('region', 'Who can introduce us').getByRole('listitem').first().waitFor();
});
await step('a claim number opens its evidence, and Escape closes it', async () => {
  await named('region', 'Names').getByRole('button').first().click();
  const drawer = named('dialog', 'Evidence');
  await drawer.getByText('Said by').waitFor();
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
});
await step('a person is accessible', accessible);

await step('the search finds a person by the Hangul name', async () => {
  const { people } = await api('people?limit=500');
  const korean = people.find((one) => /[가-힣]{2}/.test(`${one.name}${one.native_name ?? ''}`));
  await page.keyboard.press('/');
  await page.keyboard.type(korean.native_name && /[가-힣]/.test(korean.native_name) ? korean.native_name : korean.name);
  await page.locator('[role=option][aria-selected=true]').filter({ hasText: /[가-힣]/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1 }).filter({ hasText: /[가-힣]/ }).waitFor();
});
await step('an organisation shows our ties and its figures', async () => {
  const { organisations } = await api('landscape');
  await open(`organisations/${organisations[0].organisation.id}`);
  await named('heading', organisations[0].organisation.name, { level: 1 }).waitFor();
  await named('region', 'Figures').getByRole('button').first().waitFor();
  await accessible();
});

await step('the network is drawn', async () => {
  await open('network');
  await page.locator('canvas.sigma-nodes').waitFor();
  await page.waitForTimeout(800);
  await page.screenshot({ path: join(shots, 'story-network.png') });
});
await step('the network is accessible', accessible);
await step('the list filters by state and opens a person beside it', async () => {
  await named('button', 'List', { exact: true }).click();
  await named('button', /^Lapsed/).click();
  const rows = page.locator('tbody tr[aria-rowindex]');
  await rows.first().waitFor();
  assert.match(await rows.first().innerText(), /Lapsed/);
  await rows.first().click();
  await named('complementary', 'Person').getByRole('region', { name: 'Tie' }).waitFor();
  await accessible();
});
for (const show of ['coverage', 'companies', 'fragile', 'restored', 'backtest']) {
  await step(`the network shows ${show}`, async () => {
    await open(`network?show=${show}`);
    await page.getByRole('table').first().getByRole('row').nth(1).waitFor();
    await page.screenshot({ path: join(shots, `story-${show}.png`) });
    await accessible();
  });
}
await step('a target of coverage says what is missing, and stays for the next visit', async () => {
  await open('network?show=coverage');
  await page.getByRole('textbox', { name: /^Targets/ }).fill('AI/US/1=99');
  await page.keyboard.press('Enter');
  const targets = named('region', 'Against the targets');
  await targets.getByText(/of 99/).waitFor();
  await targets.getByText(/win back/).waitFor();
  await open('network?show=coverage');
  await targets.getByText(/of 99/).waitFor();
  await named('button', 'Tier 1', { exact: true }).click();
  await accessible();
});
await step('the changes between two dates carry their evidence', async () => {
  await open('network?show=changes');
  const lapses = named('region', 'Lapsed', { exact: true });
  await lapses.getByRole('listitem').first().waitFor();
  await page.screenshot({ path: join(shots, 'story-changes.png') });
  await accessible();
  await lapses.getByRole('button', { name: /^Evidence/ }).first().click();
  await named('dialog', 'Evidence').getByText('Said by').waitFor();
  await page.keyboard.press('Escape');
});
await step('whom to win back can favour those who rank high and are rarely met', async () => {
  await open('network?show=restored');
  const people = named('region', 'Whom to win back').getByRole('listitem');
  await people.first().waitFor();
  const before = await people.allInnerTexts();
  await page.getByRole('slider').focus();
  await page.keyboard.press('End');
  await page.waitForURL(/stretch=1/);
  await page.waitForFunction((first) => document.querySelector('main ol li')?.innerText !== first, before[0]).catch(() => {});
  assert.notDeepEqual(await people.allInnerTexts(), before);
});
await step('an earlier date changes the view and stays in the links', async () => {
  await open('today');
  await named('button', 'as of today').click();
  await page.getByLabel('As of').fill('2020-01-15');
  await page.getByLabel('As of').dispatchEvent('change');
  await page.waitForURL(/as_of=2020-01-15/);
  await page.getByRole('heading', { level: 1 }).filter({ hasText: '15 Jan 2020' }).waitFor();
  assert.match(await named('link', 'Network', { exact: true }).getAttribute('href'), /as_of=2020-01-15/);
});

const highlight = (claim) => page.locator('article[aria-label=Document] [role=button]').filter({ hasText: claim.evidence.quote.slice(0, 40) });
for (const language of ['en', 'ko']) {
  await step(`an article in ${language} shows each claim at its exact words`, async () => {
    const details = await Promise.all(facts.sources.sources.filter(({ kind }) => kind === 'article').map(({ id }) => api(`sources/${id}`)));
    const article = details.find(({ text }) => /[가-힣]{20}|(?:[가-힣]+ ){6}/.test(text) === (language === 'ko'));
    await open(`sources/${article.source.id}`);
    const bytes = new TextEncoder().encode(article.text);
    for (const { id, evidence } of article.claims.filter(({ evidence }) => evidence.end)) {
      assert.equal(new TextDecoder().decode(bytes.slice(evidence.begin, evidence.end)), evidence.quote, `claim ${id}`);
    }
    const spans = page.locator('article[aria-label=Document] [role=button]');
    await spans.first().click();
    await named('complementary', 'Claims at this place').getByText('Said by').first().waitFor();
    await accessible();
    await page.screenshot({ path: join(shots, `story-article-${language}.png`) });
  });
}
await step('a claim is rejected by a key and reopened by a key', async () => {
  const panel = named('complementary', 'Claims at this place');
  const first = panel.getByRole('article').first();
  const was = await first.locator('header').innerText();
  if (!/Proposed/.test(was)) await page.keyboard.press('u');
  await first.getByText('Proposed').waitFor();
  await page.keyboard.press('r');
  await first.getByText('Rejected').waitFor();
  await page.keyboard.press('u');
  await first.getByText('Proposed').waitFor();
  if (/Accepted/.test(was)) await page.keyboard.press('a');
});
await step('a source without text lists its claims and what could not be read', async () => {
  const source = facts.sources.sources.find(({ rejected, kind }) => rejected > 0 && kind !== 'article');
  await open(`sources/${source.id}`);
  await page.getByRole('table').getByRole('row').nth(1).waitFor();
  await named('heading', 'Could not be read').waitFor();
  await accessible();
});

await step('a question of identity shows both sides and the waterfall of reasons', async () => {
  await open('review/identities');
  const question = facts.review.identities[0];
  await named('article', question.a.name).first().waitFor();
  assert.equal(await page.getByRole('list', { name: 'Reasons in bits of evidence' }).getByRole('listitem').count(), question.reasons.length + 2);
  await accessible();
  await page.screenshot({ path: join(shots, 'story-review.png') });
});
await step('one key decides an identity and one undoes it', async () => {
  const total = async () => (await api('review')).totals.identities;
  const before = await total();
  await page.keyboard.press('a');
  await page.getByRole('status').filter({ hasText: 'same' }).waitFor();
  await named('button', /^Undo/).and(page.locator(':enabled')).waitFor();
  assert.ok((await total()) < before);
  await page.keyboard.press('u');
  await named('button', /^Undo/).and(page.locator(':disabled')).waitFor();
  await page.waitForTimeout(300);
  assert.equal(await total(), before);
});
await step('every fact of a question says in which source, where and when it was said', async () => {
  await open('review/identities');
  const [fact] = facts.review.identities[0].a.facts;
  const card = named('article', facts.review.identities[0].a.name).first();
  await card.getByText(fact.source.title ?? fact.source.name).first().waitFor();
  assert.ok(fact.said && fact.locator !== undefined);
});
const about_organisations = facts.review.identities.findIndex(({ a }) => a.kind === 'organisation');
const relate = async (key, form, label, date) => {
  await open('review/identities');
  for (let at = 0; at < about_organisations; at += 1) await page.keyboard.press('j');
  await page.keyboard.press(key);
  await named('form', form).getByLabel(label).fill(date);
  await accessible();
  await page.screenshot({ path: join(shots, `story-${key === 'p' ? 'parent' : 'former-name'}.png`) });
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: form === 'Former name' ? 'former name' : 'parent of' }).waitFor();
};
const undo = async () => {
  await page.keyboard.press('u');
  await named('button', /^Undo/).and(page.locator(':disabled')).waitFor();
};
await step('a parent and its subsidiary become a relation with its date, by a key, and one key takes it back', async () => {
  const { a, b } = facts.review.identities[about_organisations];
  const before = await api(`organisations/${b.entity}`);
  await relate('p', 'Parent and subsidiary', 'Since', '2019');
  const { relations } = await api(`organisations/${b.entity}`);
  const [relation] = relations.filter(({ kind }) => kind === 'parent_of');
  assert.equal(relation.from.id, a.entity);
  assert.equal(relation.valid.from, '2019');
  await undo();
  assert.deepEqual(await api(`organisations/${b.entity}`), before);
});
await step('what was renamed keeps both names with the date, by a key, and one key takes it back', async () => {
  const { a, b } = facts.review.identities[about_organisations];
  const before = [await api(`organisations/${a.entity}`), await api(`organisations/${b.entity}`)];
  await relate('f', 'Former name', 'Renamed on', '2021-10-28');
  const now = await api(`organisations/${b.entity}`);
  assert.equal(now.organisation.name, before[1].organisation.name);
  assert.ok(now.names.some(({ former, value, valid }) => former && value === before[0].organisation.name && valid.to === '2021-10-28'));
  await open(`organisations/${b.entity}`);
  await page.getByText('formerly').first().waitFor();
  await accessible();
  await open('review/identities');
  const [decision] = (await api('decisions?limit=1')).decisions;
  await fetch(`${office.url}api/v1/decisions/${decision.id}/undo`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  assert.deepEqual([await api(`organisations/${a.entity}`), await api(`organisations/${b.entity}`)], before);
});
await step('the number of a record that was joined leads to its person, and the address says so', async () => {
  const { people } = await api('people?limit=500');
  const pages = await Promise.all(people.slice(0, 40).map(({ id }) => api(`people/${id}`)));
  const joined = pages.find(({ records }) => records.length > 1);
  const response = await fetch(`${office.url}api/v1/people/${joined.records[1]}`);
  assert.equal(response.headers.get('content-location'), `/api/v1/people/${joined.person.id}`);
  assert.equal((await response.json()).redirected_from, joined.records[1]);
  await open(`people/${joined.records[1]}`);
  await page.waitForURL(new RegExp(`#/people/${joined.person.id}$`));
  await page.getByText(`#${joined.records[1]} leads here now`).waitFor();
  await named('button', `Why is this the same? #${joined.records[1]}`).click();
  await named('article', /^Decision/).first().waitFor();
  await page.getByRole('list', { name: 'Reasons in bits of evidence' }).first().waitFor();
  await page.screenshot({ path: join(shots, 'story-why-one.png') });
  await accessible();
});
await step('the review speaks Korean', async () => {
  await open('review/identities');
  await named('button', '한국어').click();
  await page.getByText('같은').first().waitFor();
  await page.screenshot({ path: join(shots, 'story-review-korean.png') });
  await accessible();
  await named('button', 'EN').click();
});
await step('a merge that was refused is shown as a conflict and decided by a key', async () => {
  if (facts.review.totals.conflicts === 0) return;
  await open('review/conflicts');
  await page.screenshot({ path: join(shots, 'story-conflict.png') });
  await accessible();
  await page.keyboard.press('r');
  await page.getByRole('status').filter({ hasText: 'different' }).waitFor();
  assert.equal((await api('review')).totals.conflicts, facts.review.totals.conflicts - 1);
  await undo();
  assert.equal((await api('review')).totals.conflicts, facts.review.totals.conflicts);
});
await step('a proposed claim stands with its evidence', async () => {
  await open('review/claims');
  await named('tab', /^Proposed claims/).click();
  await named('button', /^Accept/).waitFor();
  await accessible();
});

await step('the trip shows value, bound and gap, the map and the days', async () => {
  await open('trip');
  await named('heading', trip.name, { level: 1 }).waitFor();
  await page.getByText('proven bound').first().waitFor();
  assert.equal(await page.getByRole('list', { name: 'Days' }).getByRole('listitem').count(), trip.days);
  await page.getByRole('group', { name: 'Map of the trip' }).getByRole('button').first().waitFor();
  await page.screenshot({ path: join(shots, 'story-trip.png') });
});
await step('a meeting says why it is in the plan', async () => {
  await page.locator('[data-block]').first().click();
  await named('tabpanel', 'Meeting').getByText('Why').waitFor();
  await accessible();
});
await step('everybody left out has a reason', async () => {
  await named('tab', /^Left out/).click();
  const rows = page.getByRole('list', { name: 'Left out' }).getByRole('listitem');
  const { plan } = await api(`trips/${trip.id}`);
  assert.equal(await rows.count(), plan.left_out.length);
  for (const { name, reason } of plan.left_out) assert.ok(reason.length > 5, name);
});
await step('cancelling a meeting proposes a plan and says what changes', async () => {
  const { plan } = await api(`trips/${trip.id}`);
  const visit = plan.days.flatMap((day) => day.visits).find(({ fixed }) => !fixed);
  await open(`trip/${trip.id}?meeting=${visit.candidate}`);
  await named('button', 'Cancel it and plan again').click();
  await page.getByText(`Proposal without ${visit.name}`).waitFor({ timeout: 60_000 });
  await page.getByRole('list', { name: 'Changes' }).getByText('cancelled').first().waitFor();
  await page.screenshot({ path: join(shots, 'story-replan.png') });
  await accessible();
  assert.deepEqual((await api(`trips/${trip.id}`)).plan.value, plan.value, 'a proposal stores nothing');
  await named('button', 'Keep this plan').click();
  await named('button', 'Plan anew').and(page.locator(':enabled')).waitFor({ timeout: 60_000 });
  const kept = (await api(`trips/${trip.id}`)).plan;
  assert.ok(kept.left_out.some(({ candidate }) => candidate === visit.candidate));
});
await step('the documents of the trip can be fetched', async () => {
  const { files } = await api(`trips/${trip.id}/files`);
  assert.ok(files.length >= 3);
  for (const { href } of files) assert.equal((await fetch(new URL(href, office.url))).status, 200, href);
});

await step('keys lead from view to view', async () => {
  await open('today');
  for (const [key, view] of [['n', 'network'], ['r', 'trip'], ['s', 'sources'], ['v', 'review'], ['t', 'today']]) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await page.waitForURL(new RegExp(`#/${view}`));
  }
});
await step('the page speaks Korean and remembers it', async () => {
  await named('button', '한국어').click();
  await named('heading', '먼저 복원할 관계').waitFor();
  await page.reload();
  await named('heading', '먼저 복원할 관계').waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'ko');
  await page.screenshot({ path: join(shots, 'story-korean.png') });
  await named('button', 'EN').click();
});
await step('the page turns dark', async () => {
  await named('button', 'Dark').click();
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
});
for (const view of ['today', 'network', 'trip', 'review', `sources/${facts.sources.sources.find(({ kind }) => kind === 'article').id}`]) {
  await step(`${view} is accessible in the dark`, async () => {
    await open(view);
    await page.waitForTimeout(300);
    await accessible();
  });
}
const telephone = await browser.new_page({ viewport: { width: 390, height: 844 } });
for (const view of ['today', 'network', 'trip', 'sources', 'review', `people/${lapsed.id}`]) {
  await step(`${view} fits a telephone`, async () => {
    await open(view, telephone);
    await telephone.waitForTimeout(300);
    assert.ok(await telephone.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'wider than the screen');
    await accessible(telephone);
  });
}

await browser.close();
await office.stop();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
