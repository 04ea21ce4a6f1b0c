import assert from 'node:assert/strict';
import { Drawing } from '../../../../assets/scripts/draw/drawing.js';

/**
 * @param {Drawing} drawing
 * @param {number} colour
 */
function draw(drawing, colour) {
  drawing.strokes.push({ colour, size: 1, points: [[0, 0, 50]] });
  drawing.added();
}

/** @param {Drawing} drawing */
const colours = (drawing) => drawing.strokes.map(({ colour }) => colour);

Deno.test('a new drawing is empty and has nothing to go back to', () => {
  const drawing = new Drawing();
  assert.deepEqual([drawing.isEmpty, drawing.isUntouched], [true, true]);
  assert.deepEqual([drawing.undo(), drawing.wipe()], [false, false]);
});

Deno.test('a step back takes the last stroke', () => {
  const drawing = new Drawing();
  draw(drawing, 1);
  draw(drawing, 2);
  assert.equal(drawing.undo(), true);
  assert.deepEqual(colours(drawing), [1]);
});

Deno.test('a sheet that was wiped comes back whole, and then step by step', () => {
  const drawing = new Drawing();
  draw(drawing, 1);
  draw(drawing, 2);
  assert.equal(drawing.wipe(), true);
  assert.deepEqual(colours(drawing), []);
  draw(drawing, 3);
  drawing.undo();
  drawing.undo();
  assert.deepEqual(colours(drawing), [1, 2]);
  drawing.undo();
  drawing.undo();
  assert.deepEqual([colours(drawing), drawing.isUntouched], [[], true]);
});

Deno.test('an empty sheet is not wiped once more', () => {
  const drawing = new Drawing();
  draw(drawing, 1);
  drawing.wipe();
  assert.equal(drawing.wipe(), false);
  drawing.undo();
  assert.deepEqual(colours(drawing), [1]);
});

Deno.test('what is on its way does not change', () => {
  const drawing = new Drawing();
  draw(drawing, 1);
  drawing.sending = new Promise(() => {});
  assert.deepEqual([drawing.undo(), drawing.wipe()], [false, false]);
  assert.deepEqual(colours(drawing), [1]);
});

Deno.test('the same drawing keeps its id, another one does not', () => {
  for (const change of [(/** @type {Drawing} */ one) => draw(one, 2), Drawing.prototype.undo, Drawing.prototype.wipe]) {
    const drawing = new Drawing();
    draw(drawing, 1);
    drawing.id = '0123456789abcdef';
    change.call(drawing, drawing);
    assert.equal(drawing.id, null);
  }
});
