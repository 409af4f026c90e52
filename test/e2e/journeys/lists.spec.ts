import { expect, test } from '../app.ts';
import { Desk } from '../desk.ts';

test('finding a holder without a search: my reports, a group, an administrative unit', async ({ app }) => {
  const { window } = app;
  const desk = new Desk(window);
  await desk.signIn();

  await window.getByRole('tab', { name: 'My reports' }).click();
  await expect(desk.button(/İbrahim Öztürk/)).toBeVisible();

  await window.getByRole('tab', { name: 'Group' }).click();
  await window.getByLabel('Name of the group').fill('front');
  await window.keyboard.press('Enter');
  await desk.button('Frontline workers').click();
  const list = window.getByRole('region', { name: 'People in Frontline workers' });
  await expect(list.getByText('25 people found', { exact: true })).toBeVisible();
  await desk.button('Show more').click();
  await expect(list.getByText('50 people found', { exact: true })).toBeVisible();

  await window.getByRole('tab', { name: 'Administrative unit' }).click();
  await window.getByLabel('Name of the administrative unit').fill('harb');
  await window.getByRole('button', { name: 'Show', exact: true }).click();
  await desk.button('Harbour').click();
  await desk.button(/Mehmet Yıldız/).click();
  await expect(desk.heading('What does Mehmet Yıldız need?')).toBeVisible();
  await desk.button('Back').click();
  await expect(window.getByRole('tab', { name: 'Search' })).toHaveAttribute('aria-selected', 'true');
});
