import { mirrored, sideBySide } from '../../fakes/camera/papers.ts';
import { type Picture, pngOfPicture } from '../../fakes/camera/picture.ts';
import { readWithZxing } from '../../judges/decode.ts';
import { expect, test, withApp } from '../app.ts';
import { findSecrets } from '../canary.ts';
import { FakeCamera, papersOf } from '../camera.ts';
import { Desk } from '../desk.ts';

test('the badge that came out is held before the camera, and it is the right one', async ({
  userDataDir,
  tempDir,
}) => {
  const camera = await FakeCamera.at(tempDir);
  await withApp({ userDataDir, args: camera.args }, async (window) => {
    const desk = new Desk(window);
    await desk.signIn();
    await issueBadge(desk, 'Björn', 'Björn Åkesson', 'Temporary code', 'Issue and print');
    const [badge] = await papersOf(window);
    if (badge === undefined) throw new Error('Nothing came out of the on-screen printer');
    await camera.show(badge);
    const [code] = await readWithZxing(pngOfPicture(badge));
    const payload = Buffer.from(code?.bytes ?? []).toString('utf8');
    expect(payload).toContain('|bjorn.akesson@practice.example|');

    await desk.button('Use the camera').click();
    await expect(window.getByText('This is the right badge', { exact: true })).toBeVisible();
    // The camera is let go together with the answer.
    await expect(window.locator('video')).toHaveCount(0);
    // What was read is nowhere in the window and in no file.
    expect(await window.content()).not.toContain(payload.slice(-20));
    expect(await findSecrets([userDataDir, tempDir], { payload })).toEqual([]);
    await desk.button('Go on to hand-over').click();
    await expect(window.getByText('The badge was scanned and is the right one.')).toBeVisible();
    await desk.button('Handed over').click();

    // The next badge begins with the camera, and the one that still lies there is not taken for it.
    await desk.button('Next holder').click();
    await issueBadge(desk, '104202', 'Łukasz Żółtowski', 'Replace badge', 'Replace and print');
    await expect(window.getByText('This badge belongs to someone else', { exact: true })).toBeVisible();
    await expect(window.locator('video')).toBeVisible();
    await expect(window.getByLabel('Scan field')).toBeFocused();
  });
});

test('other papers before the camera are told apart, and it goes on looking for the right one', async ({
  userDataDir,
  tempDir,
}) => {
  const camera = await FakeCamera.at(tempDir);
  await withApp({ userDataDir, args: camera.args }, async (window) => {
    const desk = new Desk(window);
    await desk.signIn();
    await issueBadge(desk, 'Björn', 'Björn Åkesson', 'Temporary code', 'Issue and print');
    await handOverUnseen(desk);
    await issueBadge(desk, '104202', 'Łukasz Żółtowski', 'Replace badge', 'Replace and print');
    await handOverUnseen(desk);
    await issueBadge(desk, '104202', 'Łukasz Żółtowski', 'Replace badge', 'Replace and print');
    const [others, older, right] = await papersOf(window);
    if (!others || !older || !right) throw new Error('Three badges should have come out');
    const verdict = (title: string) => window.getByText(title, { exact: true });
    const showNext = async (paper: Picture) => {
      await desk.button('Stop the camera').click();
      await camera.show(paper);
      await desk.button('Use the camera').click();
    };

    await camera.show(others);
    await desk.button('Use the camera').click();
    await expect(verdict('This badge belongs to someone else')).toBeVisible();
    await expect(desk.button('Go on to hand-over')).toHaveCount(0);
    await showNext(older);
    await expect(verdict('This is an older badge of the same holder')).toBeVisible();

    // The right content, printed the wrong way round: a scanner would read it all the same.
    await showNext(mirrored(right));
    await expect(verdict('The code is seen as in a mirror.')).toBeVisible();
    await showNext(sideBySide(right, others));
    await expect(verdict('More than one code is in the picture.')).toBeVisible();
    await expect(verdict('This is an older badge of the same holder')).toBeVisible();
    await expect(desk.button('Go on to hand-over')).toHaveCount(0);

    await showNext(right);
    await expect(verdict('This is the right badge')).toBeVisible();
    await desk.button('Go on to hand-over').click();
    await desk.button('Handed over').click();
  });
});

async function issueBadge(desk: Desk, find: string, name: string, operation: string, button: string) {
  await desk.find(find, name);
  await desk.choose(operation);
  await desk.button(button).click();
  await desk.waitForPaper();
}

async function handOverUnseen(desk: Desk): Promise<void> {
  await desk.button('Skip the scan').click();
  await desk.button('Handed over').click();
  await desk.button('Next holder').click();
}
