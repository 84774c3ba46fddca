<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>BitTexts</name>
    <message>
        <source>Two&apos;s complement: q = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponent = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mantissa = %1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table index = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entry %1 of 0…%2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlockColors</name>
    <message>
        <source>scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part&apos;s scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part&apos;s minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>codes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalibrateCoach</name>
    <message>
        <source>&lt;b&gt;Nothing is lost.&lt;/b&gt; Every value is a level of the grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;All of the error is rounding.&lt;/b&gt; No value lies outside the handles. Pull one in: the step shrinks for all the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Clipping makes %1 of the error&lt;/b&gt;, although only %2 of %3 values lie outside the handles. The farthest is pulled in by %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Rounding makes %1 of the error.&lt;/b&gt; %2 of %3 values are clipped and cost little: a narrower range may still pay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Clipping and rounding are about even.&lt;/b&gt; Near the best range they trade one for the other: %1 of the error is clipping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values spread evenly between levels would make a rounding error of s² / 12 = %1; here it is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / s = %2 is a tie. PyTorch and NumPy send ties to the even neighbour; here it becomes %3 and comes back as %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag max from %1 to %2. What happens to the rounding error?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays about the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It about doubles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It falls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step grows %1 times, so its square grows %2 times; on this tensor the rounding error goes from %3 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a tensor: open a file, or draw a distribution.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalibrationWords</name>
    <message>
        <source>One scale each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale per row (token)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale per weight channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of 32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipping (least MSE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SmoothQuant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hadamard rotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outlier sets the scale for all the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each row of the activations has its own scale; an outlier channel is in every row, so it helps little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each output channel of the weights has its own scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretches of 32 values share a scale; only the outlier&apos;s own stretch suffers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A smaller range: the outlier is cut off, the others are finer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each channel of the activations is divided by a factor and the weights multiplied with it: the product stays, the outlier moves into the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both matrices are rotated by the same Hadamard matrix: the product stays, and the outlier is spread over all channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All values lie on one side of zero: half of the symmetric codes would never be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One side reaches further than the other: a symmetric range wastes codes on values that do not occur.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both choices cost about the same, and a symmetric scheme needs no zero point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no values to judge by.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>%1 is training: step %2 of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) wait to train.</source>
        <translation>
            <numerusform>%n run waits to train.</numerusform>
            <numerusform>%n runs wait to train.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trained run(s) are neither saved nor on the Trade-off page: %1.</source>
        <translation>
            <numerusform>%n trained run is neither saved nor on the Trade-off page: %1.</numerusform>
            <numerusform>%n trained runs are neither saved nor on the Trade-off page: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The experiment %1 is running. Its finished runs are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Zeropoint?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormulaText</name>
    <message>
        <source>this code is kept for &quot;not a number&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this code is kept for infinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale = |max| / %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table[index]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table[%1]</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InputNotes</name>
    <message>
        <source>%1 NaN are left out of calibration; integers store them as zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 infinities are left out of calibration and saturate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No value is finite: scale 1 and zero point 0 stand in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All values are %1. Any scale stores it exactly if it is a level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range %1…%2 excludes zero. It was widened to reach it: zero must have a code of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scale %1 is below the smallest FP16 number: %2 stands in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scale %1 is subnormal in FP16 and keeps few of its digits: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every channel holds one value: its own scale stores it exactly and costs more bits than it saves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of %1 values do not divide into groups of %2: the last group of each row has %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you see below is quantized a second time; what the first time cost shows beside the original.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>That setting does not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fault of this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Min-max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest MSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy (KL)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACIQ, Gauss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACIQ, Laplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lp norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean and deviations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest, ties to even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest, ties away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest, ties up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toward zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stochastic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subnormal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>infinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>symmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asymmetric</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>1 parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 KV heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of a head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MLP size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumbersCoach</name>
    <message>
        <source>%1 is not a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formats without a code for it store what stands nearest, or 0 for NaN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 formats store %3 exactly:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No format here stores %1 exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The closest is %1, off by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lands %2 steps below x; a step is %3 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lands %2 steps above x; a step is %3 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lands on the same value: it has the same %2 mantissa bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no value between 0 and %2, so %3 becomes 0. A scale per block is how small formats escape this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ends at %2: beyond that it stores %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type %1. Which 8-bit float stores it with the smaller error?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E4M3: 3 mantissa bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E5M2: 5 exponent bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both with the same error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PackedWords</name>
    <message>
        <source>%1 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantized by %1, %2, group %3: these are its codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantized by %1, %2: these are its codes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recipe</name>
    <message>
        <source> asymmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 static</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FP32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale per</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per sequence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemoveRun</name>
    <message>
        <source>remove %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemoveStored</name>
    <message>
        <source>remove %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowTexts</name>
    <message>
        <source>underflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saturated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subnormal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stores %2 exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stores %2, relative error %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>plain STE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asymmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inputs %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort, descending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text, dialect 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>double quantization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSQ as PyTorch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>Synthetic %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TradeOffCoach</name>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; and &lt;b&gt;%2&lt;/b&gt; are the same size, %3. The first is %4 points apart from the second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapters are large beside a model this small: %1 more bytes than the base alone. Beside a large language model the same rank is well below one per cent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run an experiment: every point is a model that was trained or quantized here and measured on data it has not seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled points lie on the front: nothing here is both smaller and more accurate. Hollow points are beaten by another run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; cannot be told from %2 by a paired test on the same test items, at %3 of the size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; stays %2 points below %3: its change of each matrix has no more directions than its rank, and the task asks for more. A higher rank comes closer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainCoach</name>
    <message>
        <source>A transformer of %1 weights will learn in front of you. Nothing is prepared: the curves are what this machine measures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After %1 steps &lt;b&gt;%2&lt;/b&gt; has a test loss of %3 nats. Guessing blindly among %4 outputs costs ln %4 = %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text was drawn from a grammar whose entropy is known: no model can go below %1 nats a character in the long run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training keeps four numbers a weight: the weight, its gradient and AdamW&apos;s two moments, %1 in all. What is stored afterwards is one: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is trained here: finished weights are rounded. Stored they take %1; in FP32 it was %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While it trains, every weight stays in FP32 beside its rounded value, with a gradient and two moments: %1. Only the codes and scales are stored: %2, where FP32 takes %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 of %2 weights are trained, those of the adapters: their gradients and moments take %3. The frozen weights have none. Model and adapters are stored in %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 of %2 weights are trained, those of the adapters, in %3. The frozen weights are stored in NF4: model and adapters together take %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again with the same seed, on another number of threads. What happens to the loss curve of %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It differs a little everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the same, bit for bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches are cut into the same shards and added in the same order whatever the number of threads. Only then can two runs be compared: what differs is what was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainDiagram</name>
    <message>
        <source>Norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 first norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 after attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 second norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FC1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FC2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::AnalysisPanel</name>
    <message>
        <source>What the lower card shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One value on its way through the formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every observer on one curve, for every width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range and error of every channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group size: error against bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remedies against outliers, side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symmetry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this distribution symmetric?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Integer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer in integers, station by station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same quantizer as other libraries write it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the codes of a tensor that came quantized stand for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::AnalysisTab</name>
    <message>
        <source>Measuring was stopped. It starts again with the next change, and when this tab is shown again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::AttentionPlot</name>
    <message>
        <source>Attention of one head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looks at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head %1: %2 positions look at %2 positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 (position %2) to %3 (position %4): %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::AttentionView</name>
    <message>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the head&apos;s attention as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where each head looks appears with the first run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First test sequence; a row is a position and where it looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::BarList</name>
    <message>
        <source>(best)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::BitLedger</name>
    <message>
        <source>Bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; together %2 bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calculation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>together</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::BitRow</name>
    <message>
        <source>sign bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exponent bit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mantissa bit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>index bit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, weight %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::BlockBytes</name>
    <message>
        <source>Bytes of the block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>field</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::BlockWeights</name>
    <message>
        <source>Weights of the block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight %1: %2 becomes %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::BlocksView</name>
    <message>
        <source>One block of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ceil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the power-of-two scale is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a weight costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only MX blocks have a power-of-two scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × 8 / %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight %1: code %2 → %3 × %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>   given %1, error %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the weights as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the bytes as a table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::CalibratePage</name>
    <message>
        <source>Calibrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the range. See what rounding and clipping cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1 (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error against range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the lower card shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 NaN or infinite, left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ChannelPlot</name>
    <message>
        <source>Ranges and errors of the channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 channels, %2 of them outliers; error %3 with one scale and %4 with a scale for each channel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ChannelsTab</name>
    <message>
        <source>min…max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>middle 98 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>△ outlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reach of the shared scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>axis 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>axis 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>axis 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis of the channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tensor has one axis: each channel along it would be a single value, which its own scale stores exactly. Open a matrix, or draw outlier channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 channels are more than a picture can show; choose another axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor has %1 axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1%2: %3…%4, own scale %5, MSE %6 (%7 with the shared scale)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (outlier)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one scale %1: MSE %2; a scale each: MSE %3, %4 dB better; outlier channels: %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; ranges are min-max here: the one set by hand is the whole tensor&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>99 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MSE, own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MSE, shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::CoachPanel</name>
    <message>
        <source>Reveal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the coach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the coach (F9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an answer first, then press R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::CodeTable</name>
    <message>
        <source>All codes of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::CodesView</name>
    <message>
        <source>All codes of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format whose codes are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What rounds to which code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 codes · largest %2 · smallest above zero %3 · %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>infinities and NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NaN, no infinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every code is a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This format has no infinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This format has no NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 codes of %3 have no equal in %4, both scaled to their largest value; they are marked ≠</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::CompareView</name>
    <message>
        <source>Weights of a layer in both runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQNR of each layer in dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two runs of one experiment: which predictions changed, and how far each layer&apos;s weights are apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 test sequences are predicted otherwise. %3 only in the first, %4 only in the second entirely right. Bars: SQNR of the second&apos;s weights against the first&apos;s, in dB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of %1 in %2 and %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comparison was stopped. It starts again when this page is shown again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ConventionsTab</name>
    <message>
        <source>The same quantizer elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale %1, zero point %2, every form tried on codes %3…%4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only integers are written as scale and zero point: choose INT in the scheme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ %1 codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ off by %1 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest difference over all codes: %1 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the form of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ConversionChain</name>
    <message>
        <source>The value on its way through smaller and smaller formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error against x</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::CurveCard</name>
    <message>
        <source>Error against range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the range to the smallest error (O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the curve as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQNR, dB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::CurveFamilyPlot</name>
    <message>
        <source>Mean squared error against the range, for every width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipping range, ±</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width of the range, max − min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 markers; the smallest error of the current width is %2 at %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::CurveTab</name>
    <message>
        <source>total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theory, Lloyd-Max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every observer on one curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing the error curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1: range %2, MSE %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now %1: MSE %2 = %3 clipping + %4 rounding, SQNR %5 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1: MSE %2 = %3 clipping + %4 rounding, SQNR %5 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, theory %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error against range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MSE, %1 bits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::CurvesCard</name>
    <message>
        <source>log scale; thin: each training step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the curves as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole sequences right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test digits right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next characters right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 steps/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 examples a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, test loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, accuracy in %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss and accuracy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::DiagramButton</name>
    <message>
        <source>weights %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inputs %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::DigitsView</name>
    <message>
        <source>Test digits as the model reads them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads %1, but it is a %2, with %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads %1, which is right, with %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::DistributionPlot</name>
    <message>
        <source>%1 values from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No values yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ErrorCurvePlot</name>
    <message>
        <source>Mean squared error against the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max handle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min handle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now %1 at %2; the smallest error is %3 at %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ExampleButtons</name>
    <message>
        <source>Try %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ExperimentRunner</name>
    <message>
        <source>Experiment %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::FigureLabel</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::FormatRow</name>
    <message>
        <source>Bits of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>range %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::FormatTable</name>
    <message>
        <source>The value in each format</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::FormatTableHeader</name>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose formats, rounding and overflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative error, log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step (ULP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exponent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mantissa or magnitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table index</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::FormatsPopup</name>
    <message>
        <source>Formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LLM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8-bit floats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4-bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As specified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale floats of 8 bits or fewer to |max| as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond the largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of stochastic rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each seed draws anew: up as often as the value is near the upper one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::GroupCostPlot</name>
    <message>
        <source>Signal to noise against bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::GroupsTab</name>
    <message>
        <source>%1 + min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups: error at equal cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>groups of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FP32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FP16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E8M0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this group size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of the scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring group sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1, groups of %2&lt;/b&gt;: %3 bits per weight, %4 dB, MSE %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, groups of %2 (%3 bits): %4 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other width costs the same (within a quarter bit).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the same bits:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows have %1 values: the last group of each has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQNR, dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MSE</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::HistogramCard</name>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dequantized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the histogram as a table (Ctrl+Shift+T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::HistogramPlot</name>
    <message>
        <source>Histogram of the tensor before and after quantization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower end of the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper end of the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New end of the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 ↔ q %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values above max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values below min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::InsideCard</name>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look at inside the model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::InsightView</name>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantization-aware training from the inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look at in the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No QAT run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the method QAT and start a run: its weights, its gradient and its scales can be watched here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>master weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight lies %1 steps from its level on average (0.25 when nothing pulls it there). %2 of %3 oscillate between two codes, %4 are clipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>master weights; grid lines: levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight in steps of its scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, master</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No weight of this layer changes back and forth between two codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights that change back and forth most, of %1 that do: the code of each (solid) jumps while its master weight (dashed) hovers between two levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounded weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>straight-through, clipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true derivative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of the first channel: now %1, at first %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its training is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store keeps what a run ended with. Start it again to watch its weights, its gradient and its scales.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the scale, LSQ paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the scale, PyTorch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding is flat between two levels: its true derivative is 0, and nothing would learn. The straight-through estimator pretends it is 1 inside the range. LSQ learns the scale too; its paper and PyTorch differ within half a step of the ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale, LSQ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale, PyTorch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::InspectorCard</name>
    <message>
        <source>click a bit to flip it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−1 ULP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next smaller stored value (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+1 ULP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next larger stored value (Alt+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absolute error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In ULP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, bit by bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits of %1, large</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::IntegerTab</name>
    <message>
        <source>A layer in integers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ(qx−zx)qw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>× M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ zy = q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>float</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>float q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outputs of the layer, station by station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next that differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers whose integer and float roundings disagree in an output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>qx: uint8, zx = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>qw: int8, zw = 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias: int32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M = sx·sw / sy = %1 ≈ %2 × 2⁻³¹ × 2%3. The bias has the scale sx·sw and no zero point. Padding is filled with zx = %4: then qx − zx = 0, an exact zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Integers and float simulation agree in every output, bit for bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n output(s) differ by one code: the float result lies so near a tie that fixed point, which rounds halves away from zero, falls on the other side.</source>
        <translation>
            <numerusform>%n output differs by one code: the float result lies so near a tie that fixed point, which rounds halves away from zero, falls on the other side.</numerusform>
            <numerusform>%n outputs differ by one code: the float result lies so near a tie that fixed point, which rounds halves away from zero, falls on the other side.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::JobStrip</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the running job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::LayerBits</name>
    <message>
        <source>FP32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::LayerStudy</name>
    <message>
        <source>Each layer alone at %1 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choosing bits for every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring the model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::LayerView</name>
    <message>
        <source>%1 to %2, deviation %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on Calibrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of the selected part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations of the selected part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these weights on the Calibrate page (Enter on the part)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the activations as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a part of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes in is not kept apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes out is added to the stream at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights: not counted, look here again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::LensStrip</name>
    <message>
        <source>Levels around the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x = %1 is stored as code %2, read back as %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::LinePlot</name>
    <message>
        <source>Nothing to show yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::LiveView</name>
    <message>
        <source>%1 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range, of max |w|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights, SQNR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every channel is clipped at this share of its own largest weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment has no FP32 run yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 held-out sequences of %2, quantized to nearest; %3 ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the bits or the range of %1: the accuracy follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error of the weights: clipping %1, rounding %2; %3 of %4 clipped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::MainWindow</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file was opened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the limit and open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of its packed arrays says that it takes %1. Only do this if you trust the file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::MethodFields</name>
    <message>
        <source>%1 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipped STE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain STE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSQ, learned scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale per</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every layer&apos;s own bits, scales and rounding as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits of what goes into each product; 16: not quantized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSQ as PyTorch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::MetricsCard</name>
    <message>
        <source>SQNR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signal to quantization noise: 10 log₁₀(Σx² / Σ(x − x′)²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean((x − x′)²), the sum of clipping and rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipped values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact, over all %1 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimate while you drag; exact at rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimate for one scale; channels follow at rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimate; measuring was stopped. &lt;a href=&quot;#&quot;&gt;Measure again&lt;/a&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ModelCard</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as run %1 has it; click a part to look into it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the next run; %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click a part to choose its bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as run %1 has it, but its inputs are not quantized here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 weights, &lt;b&gt;%2&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ModelDiagram</name>
    <message>
        <source>The model as a block diagram</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ModelInfoDialog</name>
    <message>
        <source>Totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensors: %1, parameters: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the file says of itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Architecture (config.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ModelOverview</name>
    <message>
        <source>Reading the architecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the tensors</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::NextRunCard</name>
    <message>
        <source>Grammar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort 12 symbols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights to start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn a .txt file of yours instead of the grammar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the grammar, whose entropy is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MLP ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0: one for each processor. The result does not depend on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts (*.txt);;All (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialect 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialect 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipped sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data decide it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These weights learned “%1”: on “%2” the run begins with almost nothing right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These weights learned “%1”, and quantizing teaches nothing: on “%2” almost nothing will be right.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::NextRunDraft</name>
    <message>
        <source>Opening the training data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::Nf4Chart</name>
    <message>
        <source>Construction of the NF4 levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quantile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::Nf4View</name>
    <message>
        <source>NF4, built step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::NumberField</name>
    <message>
        <source>A whole number is wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a number. Try %1 or 3e-3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least %1 is wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 is wanted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::NumberLine</name>
    <message>
        <source>Number line around the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lies between %2 and %3; %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x is stored exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored %1 ULP below x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored %1 ULP above x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is beyond the largest value, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no distance to a value that is not a finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>midpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored value below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen stored value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored value above</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::NumbersPage</name>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NF4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ties round to even</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::OutliersTab</name>
    <message>
        <source>Outliers and what helps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signal to noise of the layer&apos;s output for each remedy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X (activations) times W (weights): SQNR of the product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to plant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plant an outlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations are a matrix: open one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying remedies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X %1  W %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1×%2, largest |x| %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No outlier channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlier channels: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Hadamard rotation needs a power of two of channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remedy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output, dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activations, dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights, dB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::PrecisionChart</name>
    <message>
        <source>Range, precision and step of the chosen formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: range %2, step %3 at the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>magnitude of the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step relative to the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step relative to the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>magnitude</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::PredictionsView</name>
    <message>
        <source>What the model does with test data appears with the first run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the first step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test digits, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test sequences, sorted one symbol after the other, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written after the grey words, %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::RangeHandle</name>
    <message>
        <source>%1: drag, or use the arrow keys (Shift: ten steps). Double-click to type a value, O for the smallest error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: drag it along the axis, or use the arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::RangeView</name>
    <message>
        <source>What happens to this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each format is given what the one before it stored; below, the error against x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range and precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower is finer; a line ends where the format does and rises where its small values thin out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::RecipeDialog</name>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe, a row for each layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recipe from a JSON file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As JSON, for zeropoint-cli and for experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the next run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe does not fit the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read, or is too large to be a recipe: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe cannot be written there: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ResultsCard</name>
    <message>
        <source>Runs of the experiment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::RoundingBins</name>
    <message>
        <source>What rounds to which value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values from %1 to %2 become %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No finite values around this code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored as</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::RunButtons</name>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train with these settings (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A setting does not work yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run is training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One training step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a run with one step and pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the run first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 out of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End %1; it keeps its curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::RunComparer</name>
    <message>
        <source>Comparing runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing a layer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::RunCurvesPlot</name>
    <message>
        <source>Loss against training steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy against training steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run was evaluated yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::RunFiles</name>
    <message>
        <source>Saving %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::RunQueue</name>
    <message>
        <source>Training %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::RunStore</name>
    <message>
        <source>Opening the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::RunTableModel</name>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size, KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::RunsCard</name>
    <message>
        <source>Runs appear here. Queue your first one: about half a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ScaleCostCard</name>
    <message>
        <source>codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scales of the scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FP32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FP16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E8M0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantize the scales once more (double quantization)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A block of your own: what scales cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of the codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights that share a scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of the scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales that share a scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales per group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double quantization stores scales in 8 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales cost %1 bits per weight stored as they are and %2 once they are quantized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32 768 normal weights come back with SQNR %1 dB.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ScaleEntry</name>
    <message>
        <source>INT and NF4 scale: |max|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest magnitude that integer and NF4 scales are made for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scale is made for a magnitude above zero, such as 1.0; %1 stays</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ScatterCard</name>
    <message>
        <source>All weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs appear here as they finish. Run an experiment to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy against size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What counts as size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the points as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits a weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bars: 95 % interval over %1 seeds and the test items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bars: 95 % interval over the test items</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::SchemeCard</name>
    <message>
        <source>INT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NF4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asymmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale per</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only integer formats have a zero point</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::SensitivityView</name>
    <message>
        <source>4 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alone quantized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alone kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure each layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which layers are quantized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensitivity of each layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose bits for this size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores the model once for each layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment has no FP32 run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One layer at %1 bits, the rest in FP32: points lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One layer in FP32, the rest at %1 bits: points won back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The least summed loss increase that fits; adds the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy, alone quantized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss increase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy, alone kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::SourcePanel</name>
    <message>
        <source>Search tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors of the open file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file is open. Drop weights here (safetensors, GGUF, PyTorch, ONNX, .npy, .npz or text), or open a file: the histogram follows at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the tensors whose names contain the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the file&apos;s order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By dtype</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outliers first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest error first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outliers: the largest value over the RMS. Error: as INT8 with one scale over the full range. Both of a sample of large tensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sums, architecture and metadata of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::SplitBar</name>
    <message>
        <source>Parts of the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipping %1, rounding %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::StoredCodesTab</name>
    <message>
        <source>Codes that are stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The codes of the tensor and what they stand for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands for, in the first group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tensor is stored as numbers, not as codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting the codes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::StoredValuesCard</name>
    <message>
        <source>Values each format can store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the value (Home); the wheel zooms, dragging pans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the part around the value again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest stored value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values too dense to draw</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::StoredValuesChart</name>
    <message>
        <source>Values each format can store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::SymmetryTab</name>
    <message>
        <source>Is this distribution symmetric?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean / max |x|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes wasted by symmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQNR, symmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQNR, asymmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standardised third moment: 0 when both sides are alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 when the values are centred, 1 when all are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No: a zero point gains %1 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, near enough: symmetric is as good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use asymmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use symmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only integers have a zero point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scheme follows the suggestion already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judging the symmetry</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::SyntheticCard</name>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degrees of freedom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain of the outliers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::TableButton</name>
    <message>
        <source>Show as a table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::TableDialog</name>
    <message>
        <source>Copy as CSV</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::TensorTreeModel</name>
    <message>
        <source>%1 tensors · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak %1 × RMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INT8 %1 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2 tensors, %3 parameters, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest value %1 times the RMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 dB as INT8 with one scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>buffer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 bits per weight with everything that belongs to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has the same bytes as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut out of %1 that are stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::TopBar</name>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme (Ctrl+L switches)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme (Ctrl+L switches)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coach (F9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more on the Calibrate page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::TradeOff</name>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::TradeOffModel</name>
    <message>
        <source>no result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not distinguishable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not get as far as its test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size, KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits a weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against FP32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bits, a scale per %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale per</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A paired test does not tell it from a smaller run on the front</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::TradeOffPage</name>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to show above the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which runs give the most accuracy for their size?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run an experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: first look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: all %2 seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look at in the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chart as PNG or PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run and seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a spec that zeropoint-cli experiment runs to the same bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a run first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1 in Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An experiment is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its runs appear as they finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its model on the Train page, whose next run gets its settings (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s)</source>
        <translation>
            <numerusform>%n seed</numerusform>
            <numerusform>%n seeds</numerusform>
        </translation>
    </message>
    <message>
        <source>Take the run out of the store with all its seeds; undo brings it back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::TradeOffPlot</name>
    <message>
        <source>Accuracy of the runs against their size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model size, KB (log)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 % (95 % interval %3 to %4 %), %5, %6 bits a weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. On the Pareto front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Not distinguishable from the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs; on the Pareto front by size: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::TrainPage</name>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small transformer learns in front of you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open checkpoint…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save checkpoint…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to Trade-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to show of the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints (*.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure the run and keep it on the Trade-off page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For trained runs that can be repeated: from random weights in the task&apos;s own sizes, or from a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights, settings and the optimizer&apos;s state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only full training goes on from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the run to save it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 examples/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all processors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Trade-off page has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store keeps its weights, but nothing to go on from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 out of the list (Delete); undo brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a run first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the run first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights, settings and the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::TrainingSession</name>
    <message>
        <source>the store has no weights of %1, only its settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prepare %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ValueEntry</name>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number such as 0.1, 1/3, 1e-5 or the bits of the selected format such as 0x2E66</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller (Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger (Up)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::Workbench</name>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::WorkedExampleCard</name>
    <message>
        <source>tie, to even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tie, away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the formula with its numbers as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample value on its way through the formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x = %1 comes back as %2, error %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
