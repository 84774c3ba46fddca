// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node onnx.mjs STEM exact|ties: runs STEM.onnx on STEM.input and holds what comes out against
// STEM.logits, which our own passes made. exact: every logit to 1e-4 and the same predictions.
// ties: at least 95 % of the logits to 1e-4 and 99 % of the predictions.
import {createRequire} from "node:module";
import {readFile} from "node:fs/promises";

const require = createRequire(process.cwd() + "/");
const ort = require("onnxruntime-node");
const [, , stem, kind] = process.argv;
const about = JSON.parse(await readFile(`${stem}.json`, "utf8"));

async function numbers(path, Type) {
    const bytes = await readFile(path);
    return new Type(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

function largest(values, from, count) {
    let best = 0;
    for (let i = 1; i < count; ++i) best = values[from + i] > values[from + best] ? i : best;
    return best;
}

// Rewriting of graphs is off: it joins DequantizeLinear with products in other arithmetic.
const session = await ort.InferenceSession.create(`${stem}.onnx`, {graphOptimizationLevel: "disabled"});
const input = await numbers(`${stem}.input`, about.type === "int64" ? BigInt64Array : Float32Array);
const ours = await numbers(`${stem}.logits`, Float32Array);
const {logits} = await session.run({input: new ort.Tensor(about.type, input, about.shape)});
const theirs = logits.data;

let difference = 0, close = 0, same = 0;
const rows = ours.length / about.outputs;
for (let i = 0; i < ours.length; ++i) {
    const own = Math.abs(ours[i] - theirs[i]);
    difference = Math.max(difference, Number.isNaN(own) ? Infinity : own);
    close += own <= 1e-4;
}
for (let row = 0; row < rows; ++row) {
    const from = row * about.outputs;
    same += largest(ours, from, about.outputs) === largest(theirs, from, about.outputs);
}
const agree = theirs.length === ours.length && (kind === "exact"
    ? difference <= 1e-4 && same === rows
    : close >= 0.95 * ours.length && same >= 0.99 * rows);
console.log(`${stem}.onnx: ${ours.length} logits, largest difference ${difference.toExponential(2)}, ` +
    `${close} within 1e-4, ${same} of ${rows} predictions the same`);
process.exit(agree ? 0 : 1);
