import assert from 'node:assert/strict';
import {
  count,
  half,
  level,
  lighten,
  onSheet,
  pressures,
  tells,
  thin,
} from '../../../../assets/scripts/draw/strokes.js';

/** @import { Point } from '../../../../assets/scripts/draw/strokes.js' */

const SHEET = { sheet: 1000, beyond: 100 };

/**
 * A line from left to right, a point each `step`.
 * @param {number} length
 * @param {(x: number) => number} y
 * @returns {Point[]}
 */
const line = (length, y = () => 0, step = 5) =>
  Array.from({ length }, (_, index) => [index * step, Math.round(y(index * step)), 50]);

Deno.test('of a straight line every other point goes, and its ends stay', () => {
  const points = line(9);
  const kept = thin(points, 1);
  assert.deepEqual(kept.map(([x]) => x), [0, 10, 20, 30, 40]);
});

Deno.test('a corner stays', () => {
  /** @type {Point[]} */
  const corner = [[0, 0, 50], [50, 0, 50], [50, 50, 50]];
  assert.deepEqual(thin(corner, 1), corner);
});

Deno.test('a dot and a line of two points are as thin as can be', () => {
  assert.deepEqual(thin(line(1), 1000), line(1));
  assert.deepEqual(thin(line(2), 1000), line(2));
});

Deno.test('never do two points beside each other go at once', () => {
  const points = line(200, (x) => 30 * Math.sin(x / 40));
  for (const tolerance of [1, 2, 4, 1000]) {
    const kept = new Set(thin(points, tolerance).map(([x]) => x));
    const gone = points.map(([x]) => kept.has(x));
    assert.equal(gone.some((there, index) => !there && gone[index + 1] === false), false);
  }
});

Deno.test('no point that goes lay further from the line than the tolerance', () => {
  const points = line(300, (x) => 60 * Math.sin(x / 25) + 20 * Math.sin(x / 7));
  const kept = thin(points, 1);
  assert.ok(kept.length < points.length);
  const left = new Set(kept);
  points.forEach((point, index) => {
    if (left.has(point)) return;
    const [before, after] = [points[index - 1], points[index + 1]];
    assert.ok(before && after && left.has(before));
    assert.ok(Math.hypot((before[0] + after[0]) / 2 - point[0], (before[1] + after[1]) / 2 - point[1]) <= 1);
  });
});

Deno.test('where one presses harder the point stays, until there is no more room', () => {
  /** @type {Point[]} */
  const points = [[0, 0, 50], [5, 0, 75], [10, 0, 50]];
  assert.deepEqual(thin(points, 1), points);
  assert.equal(thin(points, 2).length, 2);
});

Deno.test('a drawing with room enough is left alone', () => {
  const strokes = [{ colour: 0, size: 1, points: line(100) }];
  lighten(strokes, 100);
  assert.equal(count(strokes), 100);
});

Deno.test('a full drawing gets light enough for more, and every stroke keeps its ends', () => {
  const strokes = Array.from({ length: 10 }, (_, number) => ({
    colour: 0,
    size: 1,
    points: line(500, (x) => 300 * Math.sin(x / (10 + number)) + 40 * Math.sin(x)),
  }));
  const ends = strokes.map(({ points }) => [points[0], points[points.length - 1]]);
  lighten(strokes, 4000);
  assert.ok(count(strokes) <= 3000);
  assert.deepEqual(strokes.map(({ points }) => [points[0], points[points.length - 1]]), ends);
});

Deno.test('a hand that hardly moves tells nothing', () => {
  assert.equal(tells([13, 10, 50], [10, 10, 50]), false);
  assert.equal(tells([14, 10, 50], [10, 10, 50]), true);
});

Deno.test('a place is a whole number on the sheet, and a little beside it at most', () => {
  assert.deepEqual(onSheet(0.25, 0.3337, SHEET), [250, 334]);
  assert.deepEqual(onSheet(-5, 7, SHEET), [-100, 1100]);
});

Deno.test('halfway two points, and at the ends the ends themselves', () => {
  /** @type {Point[]} */
  const points = [[0, 0, 50], [10, 20, 50], [30, 20, 50]];
  assert.deepEqual([0, 1, 2, 3].map((index) => half(points, index)), [[0, 0], [5, 10], [20, 20], [30, 20]]);
});

Deno.test('an ordinary line is half of the levels', () => {
  assert.deepEqual([0, 50, 100].map((pressure) => level(pressure, 8)), [0, 4, 8]);
});

Deno.test('a mouse always draws an ordinary line', () => {
  const pressed = pressures(8)({ pointerType: 'mouse', pressure: 0.5 });
  assert.deepEqual([0.5, 0.9, 0].map((pressure) => pressed({ pointerType: 'mouse', pressure })), [50, 50, 50]);
});

Deno.test('a pen that presses harder draws wider, and one that trembles does not', () => {
  const pressed = pressures(8)({ pointerType: 'pen', pressure: 0.5 });
  const felt = [0.5, 0.55, 0.45, 0.9].map((pressure) => pressed({ pointerType: 'pen', pressure }));
  assert.deepEqual(felt, [50, 50, 50, 88]);
});

Deno.test('a pen that is lifted keeps how hard it pressed', () => {
  const pressed = pressures(8)({ pointerType: 'pen', pressure: 1 });
  assert.deepEqual([1, 0].map((pressure) => pressed({ pointerType: 'pen', pressure })), [100, 100]);
});

Deno.test('a finger is believed once its screen has felt three different things', () => {
  const feel = pressures(8);
  const touch = (/** @type {number} */ pressure) => ({ pointerType: 'touch', pressure });
  const first = feel(touch(0.2));
  assert.deepEqual([0.2, 0.6, 1].map((pressure) => first(touch(pressure))), [50, 50, 50]);
  assert.equal(feel(touch(1))(touch(1)), 100);
});

Deno.test('a screen that always feels the same feels nothing', () => {
  const feel = pressures(8);
  for (let stroke = 0; stroke < 5; stroke += 1) {
    assert.equal(feel({ pointerType: 'touch', pressure: 1 })({ pointerType: 'touch', pressure: 1 }), 50);
  }
});
