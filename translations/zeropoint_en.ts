<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>AdviceWords</name>
    <message>
        <source>%1 as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of its matrices %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens leave %2 for weights: %3 is best there too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens leave %2 for weights: then %3 is best and loses %4 dB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens leave %2 for weights: then %3 is best and gains %4 dB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has the smallest weight error of all that fit: %1 of weights, %2 of cache and %3 of working memory make %4 of %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No weights were read: sizes and contexts alone recommend nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against %1 it costs %2 more and gains %3 dB, in the worst layer %4 dB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would be %2 dB better, but is %3 too large. It fits up to %4 tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would be %2 dB better, but is %3 too large, however short the context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens leave %2 for weights: nothing here is that small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fits too, is %2 larger and better by only %3 dB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits: even %1 is %2 too large. With %3 tokens it would fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits: even %1 is %2 too large, however short the context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The error of %n setting(s) is not known: their types are read here and not written, or their blocks do not fill the rows of a matrix. Sizes and contexts are exact.</source>
        <translation>
            <numerusform>The error of %n setting is not known: its types are read here and not written, or their blocks do not fill the rows of a matrix. Sizes and contexts are exact.</numerusform>
            <numerusform>The error of %n settings is not known: their types are read here and not written, or their blocks do not fill the rows of a matrix. Sizes and contexts are exact.</numerusform>
        </translation>
    </message>
    <message>
        <source>The smallest device of the catalogue that would do is %1: it lends %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mix, %1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, ends 8 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, head Q8_0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, ends 16 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What weight error cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not quality. One layer can matter more than ten others, and activations and cache are not in it. No text was read for this page. Before you choose, measure perplexity on your own text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BarWords</name>
    <message>
        <source>Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fits %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tight %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2: %3 of %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It fits, with less than a tenth to spare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It fits with up to %1 tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not fit, however short the context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to %1 tokens would.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest model of this kind has %1 parameters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
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
    <name>BitsKnown</name>
    <message>
        <source>%1 − %2 = %3; a step is %4</source>
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
    <name>BugWords</name>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero point off by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range without zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divisor of signed codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ties go up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero is not nudged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file stores each zero point less one, and the reader does not add it again. A zero point of 0 wraps to the last code. Met in files of AutoGPTQ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range is not widened to hold zero, so the zero point lies outside of the codes and is cut to the nearest one. Only a tensor on one side of zero shows it. Met in worked examples of smoothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The width of an asymmetric range is divided by the largest signed code instead of the number of steps. Half of the codes are never used. Met in a guide to quantization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What lies halfway between two codes goes up, where the other side of the conversion takes the even code. Only ties show it. Met where two runtimes read one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes are counted from the lowest value, which was not moved until zero falls on a code; the reader uses a whole zero point. gemmlowp describes the nudge that is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small model that sorts, the gains of its norms in 8 bits: weights lie on both sides of zero and would not show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small model that sorts, its weights from a 5-bit grid to 4 bits: other weights have no ties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small model that sorts, its weights in 4 bits with a scale for every 8</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalibrateActions</name>
    <message>
        <source>There is no tensor yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantize to %1 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an integer format first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the range to the smallest error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the histogram as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the curve of error against range as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear or logarithmic counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a handle: one step; with Shift ten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a handle: to the least or largest value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a handle: type its value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of weights…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the open file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the worked example as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantize with the group size that is looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the zero point that is advised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next numbers whose roundings differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the scheme&apos;s other settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put these settings beside others</source>
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
        <source>Load a tensor: open a file, or draw a distribution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lies outside the range: it is stored as the outermost code %2 and comes back as %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is stored as %2 because the steps are %3 wide: %1 / %3 = %4, which rounds to %5, and the zero point adds %6. Read back: %5 × %3 = %7.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symmetric: code 0 is zero and no zero point is stored. It suits values that are even around zero, as weights are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outermost value alone widens the step about %1 times, from %2 to %3: all others are rounded that much more coarsely. A percentile or MSE range clips it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step grows %1 times, so its square grows %2 times; on this tensor the rounding error goes from about %3 to about %4, as its histogram tells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each has a scale of its own. Histogram, example and curve are of %1, the metrics of all %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A block format cuts each row into blocks, and each block chooses its scale from its own values: no range is set by hand and nothing is clipped at a common end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These figures are estimates until the hand rests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No value is finite: there is nothing to quantize and no error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;All %1 value(s) are %2.&lt;/b&gt; One scale stores them exactly when it makes this a level.</source>
        <translation>
            <numerusform>&lt;b&gt;The %1 value here is %2.&lt;/b&gt; One scale stores it exactly when it makes this a level.</numerusform>
            <numerusform>&lt;b&gt;All %1 values are %2.&lt;/b&gt; One scale stores them exactly when it makes this a level.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%1 value(s) are NaN or infinite.&lt;/b&gt; Calibration leaves them out; a NaN becomes the zero point, for integers have no code for it.</source>
        <translation>
            <numerusform>&lt;b&gt;%1 value is NaN or infinite.&lt;/b&gt; Calibration leaves it out; a NaN becomes the zero point, for integers have no code for it.</numerusform>
            <numerusform>&lt;b&gt;%1 values are NaN or infinite.&lt;/b&gt; Calibration leaves them out; a NaN becomes the zero point, for integers have no code for it.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give the grid a zero point and watch the SQNR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data is skewed: try asymmetric.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Two symmetric bits are three levels.&lt;/b&gt; The scale puts the largest value on code 1, so code −2 is never reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One bit more gives seven levels instead of three.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;The outermost value alone widens the step about %1 times&lt;/b&gt;, from %2 to %3: all others are rounded that much more coarsely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let a percentile of the values choose the range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the least squared error choose the range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send ties the other way and follow the value through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;The zero point hardly pays here&lt;/b&gt;: a symmetric grid reaches %1 dB instead of %2, and integer products get simpler without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the zero point and compare the SQNR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round to the nearest: the error falls to about a fourth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Stochastic rounding keeps the mean and pays with spread&lt;/b&gt;: s² / 6 = %1 is expected, twice that of the nearest level; it is %2 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round to the nearest and see the half.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 of the values are exactly zero&lt;/b&gt; and cost nothing, because zero is a level: that is what a zero point must be for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;The scale may only be a power of two&lt;/b&gt;: it is %1. A step that is too wide by a factor a makes the rounding error a² times as large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store the scale in FP32 and compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;The tails are heavy&lt;/b&gt;: a kurtosis of %1, where a normal distribution has 3. Few values ask for a range that most do not need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give each group of values a scale of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rounding error %1 lies below s² / 12 = %2: many values stand on levels, or nearer to them than chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the bit and see how near that guess was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It rises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a bit away and see whether that still holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take one bit more and look at the error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One NaN reaches a sum. What does the sum become?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum of the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It spreads to whatever reads that sum. %1 value(s) are like that here.</source>
        <translation>
            <numerusform>It spreads to whatever reads that sum. %1 value is like that here.</numerusform>
            <numerusform>It spreads to whatever reads that sum. %1 values are like that here.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at values that are finite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the codes do these values use?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All %1 value(s) fall on one level; the others stay empty, however many there are.</source>
        <translation>
            <numerusform>The %1 value falls on one level; the others stay empty, however many there are.</numerusform>
            <numerusform>All %1 values fall on one level; the others stay empty, however many there are.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at values that differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What must hold for a value to come back unchanged?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a whole number of steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x / s must be whole and within the codes; the step is %1 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if min-max did count an infinite value?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every finite value would become zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only that value would be clipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step would double</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step would be infinite: one level is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See in which channels they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How wide will the step be once there is a zero point?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice as wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As wide as now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About half as wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in place of %2: the same range for all %3 steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a zero point, what does the step become?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 of what it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It grows by half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(max − min) / %1 = %2, where it is %3 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which values become zero under three such levels?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only zero itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that are smaller than half of the largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The negative ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step is the largest value, %1: below %2 the nearest level is zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clip that one value. What happens to the mean squared error?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which part of the error grows when the range becomes that one?</source>
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
        <source>Neither</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipping goes from %1 to %2, rounding from %3 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widen the range until nothing is clipped. And the whole error?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding alone would be about %1; now it is %2 in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the whole range and compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halve the range. What becomes of the rounding error inside it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One bit more. What becomes of the rounding error?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which move of the range lowers the error from here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardly any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would the other neighbour give back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both lie half a step, %1, from %2: neither is nearer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does an integer product save without a zero point?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits of the codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sums that must be taken away again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(q − z) in every product adds terms with z = %1; the codes keep their %2 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sum adds %1 such values. How far does it drift?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not at all: errors cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors of one sign add up in full; those of both signs grow with the root alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantize one value a thousand times. What is the mean?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nearest level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The level below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each side is taken as often as the value is near to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let zero fall in the middle between two levels. What would these zeros add to the mean squared error?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the values would be off by half a step each; all of the error is %2 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow a zero through the steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much wider than needed can such a step be?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to four times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next power of two is less than twice as far: the error can grow up to four times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups get scales of their own. Which groups gain most?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those with a far value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those without one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They no longer pay for a far value elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step three times as wide. The rounding error becomes …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 times as large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6 times as large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>9 times as large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s² / 12 would be %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a third of a step to every value. The rounding error …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… grows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… vanishes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values that stood on levels are then %1 away from them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nowhere: they are even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See where its levels come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And with one bit less than now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many codes would a symmetric grid leave empty here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All but a few</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would reach from one end to its mirror image, %1 wide; the values are %2 wide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the zero point away and compare the SQNR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The zero point is the code of zero: here the lowest one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The zero point is the code of zero: here one code lies below it for the values down to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The zero point is the code of zero: here %1 codes lie below it for the values down to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero must be a code, because padding, ReLU and masks make exact zeros, and an error in them would not average out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors hold float32, whose largest number is %1: x overflows and counts as infinite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors hold float32, whose largest number is %1: x ÷ s overflows and counts as infinite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors hold float32, whose smallest number above 0 is %1: x underflows and counts as 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symmetric codes from 0 on: zero is the code in the middle, %1, whatever the range is. It suits values that are even around zero, as weights are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the ranges that draw both ends in by the same share, %1 to %2 is best, with an error of %3; this one has %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%1 value(s) are NaN or infinite.&lt;/b&gt; Calibration leaves them out, and no error counts them.</source>
        <translation>
            <numerusform>&lt;b&gt;%1 value is NaN or infinite.&lt;/b&gt; Calibration leaves it out, and no error counts it.</numerusform>
            <numerusform>&lt;b&gt;%1 values are NaN or infinite.&lt;/b&gt; Calibration leaves them out, and no error counts them.</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;No value is negative, and at least %1 of the codes are never used.&lt;/b&gt; A symmetric grid spends one bit on a sign that never occurs: about %2 dB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;At least %1 of your codes are never used&lt;/b&gt;: the values run from %2 to %3, and the grid from one end to its mirror image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Another range would be %1 dB better&lt;/b&gt;: about %2 to %3, the best of those that draw both ends in by the same share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the least squared error choose each end by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Rounding makes %1 of the error.&lt;/b&gt; %2 of %3 values are clipped, and yet drawing both ends in by the same share gains hardly anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NaN rounds to nothing: integers have no code for it, so it becomes the zero point, %1, and comes back as %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %3 = %4 goes up with a chance of %8, and down else: here it became %5, and the zero point adds %6, which is code %2. Read back: %5 × %3 = %7.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NF4&apos;s 16 levels part a normal distribution into about equal shares, with an exact zero: where weights are dense the levels are too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each has a scale of its own. Histogram, example and curve are of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding comes to about %1 and the clipped value adds about %2; together they are about %3 now, as the histogram tells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step halves, and the error goes with its square where values lie anywhere between levels: about %1 in place of %2 here, as the histogram tells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It doubles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step gets %3 times finer: about %1 in place of %2, as the histogram tells. What is clipped stays clipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where do its levels lie farthest apart?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At an end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours are between %1 and %2 apart; at the ends %3 and %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the even levels of INT4 and compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which 16-bit float reaches to %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FP16 and BF16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BF16 alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FP16 ends at %1, BF16 at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would a wider scale of the block cost the other values?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finer steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wider steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same levels reach farther, so they stand farther apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of every value, under the same scale. How many more become zero?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: a float follows its values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those below %1 now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below its smallest level, %1, a float has only zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double every value. What becomes of the SQNR?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest would be %1, and the format ends at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps double with the values: errors as well, from a mean square of %1 to four times that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One value becomes a hundred times larger. How many other values are rounded more coarsely?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those of its own block: %1 values share what is stored with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step grows %1 times: that costs about %2 dB here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;No value is negative, and at least %1 of the codes are never used.&lt;/b&gt; A symmetric grid spends one bit on a sign that never occurs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Clipping makes %1 of the error&lt;/b&gt;, although only %2 of %3 values lie outside the range. No value is farther off than %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Clipping makes %1 of the error&lt;/b&gt;: %2 of %3 values lie outside the range. No value is farther off than %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;The format ends at %1 and the values reach to %2.&lt;/b&gt; No scale brings them inside: %3 of %4 lie beyond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BF16 has the exponent of FP32: take it and compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Clipping makes %1 of the error&lt;/b&gt;: %2 of %3 values lie beyond the last level that the scale of their block leaves them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the scale of a block be rounded up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what a block is made of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;All of the error is rounding.&lt;/b&gt; No value lies outside the range of its own scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Rounding makes %1 of the error.&lt;/b&gt; %2 of %3 values are clipped, and a wider range would lose less in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Rounding to one side is biased&lt;/b&gt;: a value moves by %1 on average, and such errors add up over a layer instead of cancelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 of the %2 levels can be met.&lt;/b&gt; The values run from %3 to %4, the levels from %5 to %6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Values nearer to zero than %1 become zero&lt;/b&gt;: that is half of the smallest level, and %2 of a standard deviation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;The steps go with the values&lt;/b&gt;: levels are %1 apart around the largest, %2, and %3 apart around a standard deviation, %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the even steps of INT8 and compare the SQNR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;A far value costs its own block alone.&lt;/b&gt; The farthest here, %1, is %2 standard deviations out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One bit more makes the step %4 times finer: expect about %1 dB instead of %2, and codes of %3 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values lean to one side (skew %1), and the zero point %2 follows them: the grid need not reach as far on the other side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is one of the format&apos;s own levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every other one is rounded to a level beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond which value is the largest level taken?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half way between %1 and %2: the nearer level is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The farthest value grows ten times. What changes in the blocks without it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scale that they store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of their levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A block stores its scale divided by the tensor&apos;s: a tenth of it then, in the few bits of an FP8 number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;The blocks store their scales against one of the whole tensor&lt;/b&gt;, which follows its farthest value: %1, %2 standard deviations out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalibrateSections</name>
    <message>
        <source>Tensors</source>
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
        <source>One side reaches further than the other: a symmetric range wastes codes on values that do not occur.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both choices cost about the same, and a symmetric scheme needs no zero point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each block has a range of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plain cast has no range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All values lie on one side of zero: the symmetric codes of the other side would never be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No value is finite and other than zero: there is nothing to judge by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A range set by hand is that of every channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A range set by hand is that of every group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plain cast has no scale: channels neither share one nor have their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gives each block of %2 values a scale: channels neither share one nor have their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plain cast has no scale that groups could have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cuts rows into blocks of %2 itself: there is no group size to choose.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Captions</name>
    <message>
        <source>seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>range %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context %1, batch %2, cache %3 and %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardWords</name>
    <message>
        <source>In words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numeric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spot the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 years</source>
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
    <message numerus="yes">
        <source>%n answer(s) to lessons and cards could not be written to the disk yet.</source>
        <translation>
            <numerusform>%n answer to lessons and cards could not be written to the disk yet.</numerusform>
            <numerusform>%n answers to lessons and cards could not be written to the disk yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) would be left unwritten: %1.</source>
        <translation>
            <numerusform>%n export would be left unwritten: %1.</numerusform>
            <numerusform>%n exports would be left unwritten: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: it is not finished, and what it found would be lost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy settings from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use in Calibrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareActions</name>
    <message>
        <source>The settings of the Calibrate page as another column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six columns are the most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare two files or scan a model first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file that stands alone: a page, Markdown or a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on comparing the two files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the tensor of the pair in Calibrate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareCoach</name>
    <message>
        <source>&lt;b&gt;%1, %2&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has codes of %2 bits. Why does a weight take %3 bits?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table of its levels is stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scale is stored for every %1 weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each code needs a sign bit more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The codes take %1 and the scales %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model and its quantized file, or two fine-tunes of one model. A is the reference: errors are counted against its values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that was compared is equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scan quantizes every weight of the open model under each setting of the columns, one weight at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each column is studied on the whole tensor, one after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;One setting says little by itself.&lt;/b&gt; Put a second one beside it that differs in one thing alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%n channel(s) stand out&lt;/b&gt;, and every setting here gives all channels one scale.</source>
        <translation>
            <numerusform>&lt;b&gt;%n channel stands out&lt;/b&gt;, and every setting here gives all channels one scale.</numerusform>
            <numerusform>&lt;b&gt;%n channels stand out&lt;/b&gt;, and every setting here gives all channels one scale.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a column with a scale for each channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the settings with about %1 bits a weight %2 keeps most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) have no partner in the other file and count in no figure.</source>
        <translation>
            <numerusform>%n tensor has no partner in the other file and counts in no figure.</numerusform>
            <numerusform>%n tensors have no partner in the other file and count in no figure.</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; lost most: it stands %2 dB below the whole model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figure of the whole is energy over energy and no mean of decibels. Weight error alone does not tell what a model still can do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; bears %2 worst, and not by its peak, which is like the others&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give %1 one bit less. What will its SQNR be?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the error on every weight. How many decibels is that?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the error is four times its energy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guess the best column first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a column with one bit less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How can fewer bits lose nothing?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its levels lie where the values are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It leaves values out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format or its scales fit these values; on others it may be the other way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try both on another tensor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scale for each channel. Which channels gain?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The large ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The small ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step no longer follows the largest channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose error do these channels make larger?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That of all others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of them set the step that every other channel must use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which values become zero?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those within half a step of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The negative ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their nearest level is zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a column with groups of 32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widen its range a little. Which error falls?</source>
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
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the least squared error choose its range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin it, and try to beat it at the same bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a rival with about the same bits a weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a model and its quantized file onto the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal values: are the files the same, byte by byte?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not necessarily</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pairs hold the same values; names, order and padding may differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another quantization of the same model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would counting them change the figure of the whole?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No: there is nothing to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An error needs two values; %1 tensors have one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map by hand those that belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store it exactly. How much does the whole gain?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As much as it stands below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That hangs on how large its values are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole, %1, sums energies: a small tensor hardly counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose it and look at its channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the worst and look at its codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large is the error beside the values, on the whole?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decibels compare energies: 10 to the minus %1 / 20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by SQNR and look at the lowest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which kind of weight bears few bits worst?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One with far values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One far value widens the step of all that share its scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the settings first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of 32 share a scale. How many of its values pay for the peak?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>31</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The others of its group; the peak is %1 deviations out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a setting with groups and scan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it on Calibrate and look at its shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many bits more would bring it up to the whole?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are missing, and a bit brings about six.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a setting with as many bits more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step gets %1 times wider: from %2 about %3 are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two settings differ in one bit alone. How far apart will they be?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bit about halves the step of an integer: the error&apos;s energy falls to a quarter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer values lie outside then; no value inside is rounded more finely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One pair holds the same values; names, order and padding may differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An error needs two values; one tensor has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes %2 bits a weight fewer than %3 and loses less than %4 dB by it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1 half of the channels lie %2 dB or more below the whole tensor: the large channels dominate the sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1 %2 of the values are gone: they are read back as zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1 clipping makes %2 times the error of rounding: a wider range may lose less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No two of these settings take about the same bits, so none is called the best: what more bits bring is no merit of a format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tensor stands far below the whole: even &lt;b&gt;%1&lt;/b&gt;, the worst, is within %2 dB of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; bears %2 worst: its peak is %3 times as far out as the usual weight&apos;s, and the step that all its values get is as much wider beside their deviation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands %1 dB below the whole model and holds %2 of the values: that is what a wider format for it alone would touch.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparePresets</name>
    <message>
        <source>8 bits: symmetric or asymmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 bits: INT4, NF4, FP4, Q4_0, MXFP4, NVFP4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Granularity: tensor, channel, groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observers: who chooses the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the scale costs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareWords</name>
    <message>
        <source>per tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>groups of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocks of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asymmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>double-quantized scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saturates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overflows to infinity or NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>symmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain cast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>narrow codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonReport</name>
    <message>
        <source>Writing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page of its own (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversionWords</name>
    <message numerus="yes">
        <source>%1 weight(s) with rows that do not fill the blocks: written as %2.</source>
        <translation>
            <numerusform>%1 weight with rows that do not fill the blocks: written as %2.</numerusform>
            <numerusform>%1 weights with rows that do not fill the blocks: written as %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Names and metadata are those of the source; programs that run GGUF files look for theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no vocabulary (%1): it is fed by token ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s %1 is not carried over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs that run this format compute %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 tensor(s) of integers or doubles written as float32, which keeps 24 bits of each; .safetensors and .npy hold 64 bits.</source>
        <translation>
            <numerusform>%1 tensor of integers or doubles written as float32, which keeps 24 bits of each; .safetensors and .npy hold 64 bits.</numerusform>
            <numerusform>%1 tensors of integers or doubles written as float32, which keeps 24 bits of each; .safetensors and .npy hold 64 bits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 value(s) infinite or beyond float32, written as infinite; .safetensors and .npy keep float64.</source>
        <translation>
            <numerusform>%1 value infinite or beyond float32, written as infinite; .safetensors and .npy keep float64.</numerusform>
            <numerusform>%1 values infinite or beyond float32, written as infinite; .safetensors and .npy keep float64.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 value(s) beyond F16 in weights whose rows do not fill the blocks, written as its largest value, 65504.</source>
        <translation>
            <numerusform>%1 value beyond F16 in weights whose rows do not fill the blocks, written as its largest value, 65504.</numerusform>
            <numerusform>%1 values beyond F16 in weights whose rows do not fill the blocks, written as its largest value, 65504.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: stored as 0 would be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: stored as NaN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: stored as infinity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: stored as the largest magnitude of the block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: stored as the largest level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 infinite or beyond float32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values beyond the largest level read back as infinite or NaN; &quot;Saturate&quot; keeps them finite.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Durations</name>
    <message>
        <source>about %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 h</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExperimentQuestion</name>
    <message>
        <source>It takes %1 on this machine: an estimate from a few of its own steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it takes is being measured…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it takes could not be measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run an experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run “%1”: %2, %3?</source>
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
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
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
    <name>Handout</name>
    <message>
        <source>Lesson %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your prediction: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InputNotes</name>
    <message numerus="yes">
        <source>%1 NaN left out of calibration; integers store zero instead.</source>
        <translation>
            <numerusform>%1 NaN is left out of calibration; integers store it as zero.</numerusform>
            <numerusform>%1 NaN are left out of calibration; integers store them as zero.</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>%1 infinity(ies) or number(s) beyond float32 left out of calibration.</source>
        <translation>
            <numerusform>%1 infinity, or number beyond float32, is left out of calibration.</numerusform>
            <numerusform>%1 infinities, or numbers beyond float32, are left out of calibration.</numerusform>
        </translation>
    </message>
    <message>
        <source>The range method leaves one point: the full range is used instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored scale reaches %1…%2 only: values beyond are clipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No value is finite: the figures are undefined; scale %1 and zero point %2 stand in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No value is finite: the figures are undefined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ends at %2 and %3: values beyond are clipped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InterviewActions</name>
    <message>
        <source>No card waits for its answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveal the answer first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card has nothing to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade the card %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveal the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the card in the workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practise cards that are not due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a mock interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a deck first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export this deck for Anki…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import cards from Anki…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder of your decks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InterviewCoach</name>
    <message>
        <source>When does this card come back if you grade it Good?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After %1 the chance to remember it has fallen to what you want to keep. Again comes back after %2, Easy after %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Write before you reveal.&lt;/b&gt; What you could not say is what you do not know yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;The number was wrong, so no grade above Hard is honest.&lt;/b&gt; %1 of %2 points would suggest another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Nothing was written.&lt;/b&gt; A model answer always looks known once it is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 of %2 are gone.&lt;/b&gt; In an interview say what you have and name what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take fewer new cards a day until it settles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Nearly all of this week&apos;s %1 answers were remembered&lt;/b&gt;: you could see the cards less often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let cards wait until one in five is forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Your weakest topic is %1&lt;/b&gt;: most lines of its rubrics were missing lately.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mock interview asks more about weak topics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 cards are due.&lt;/b&gt; Those that you would hardly remember come first; the rest can wait a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take no new cards until they are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 cards were never asked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You would remember about &lt;b&gt;%1&lt;/b&gt; of all %2 cards now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What makes an answer stay longest?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the model answer twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recalling it, and failing at times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marking the words that matter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each recall that takes effort puts off the next one further.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer the card in two sentences, then reveal it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When this card comes back, which numbers will it have?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numeric cards draw fresh numbers each time: the way must be known, not the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press &quot;Show me in the workbench&quot; and follow the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the rubric&apos;s lines would you have said?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer than it seems now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has been read seems known. %1 points can be ticked here: tick what you had before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade it Again, and write next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do interviewers hear first in a long answer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its first sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say the point first; what follows is only asked for if it carries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one sentence now and reveal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer new cards a day. What happens to the cards of coming days?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They fall soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They fall after about a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new card comes back most often in its first days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept more forgetting. How many cards come a day?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each waits longer; of %1 answers this week %2 were remembered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What lowers the weakness of a topic most?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One perfect answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holding the lines of its last three answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It counts the lines held lately; it is %1 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You do half of them. Which should wait?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those you would hardly remember</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those you would surely remember</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A day costs those least. %1 are due of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1 new cards a day, in how many days have you seen all?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 new cards a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You answer nothing for a month. And this share?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It falls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It grows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each card&apos;s chance falls with the days since its last answer; %1 of %2 were ever answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sit a mock interview of ten questions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 of this week&apos;s %2 answers were remembered.&lt;/b&gt; The plan counts on %3: new cards may come too fast.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InterviewSections</name>
    <message>
        <source>Interview cards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysSheet</name>
    <message>
        <source>everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single keys act where no text is typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LearnActions</name>
    <message>
        <source>Begin the lesson, or go on with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin the lesson from the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to what I had before lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the lesson…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print a handout…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read lessons of your own…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave lessons of your own out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LearnCoach</name>
    <message>
        <source>&lt;b&gt;Predict before you reveal, even when you are not sure.&lt;/b&gt; A wrong guess is met by the reason for that mistake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;The course is finished.&lt;/b&gt; What keeps it is recall: %n interview card(s) belong to it.</source>
        <translation>
            <numerusform>&lt;b&gt;The course is finished.&lt;/b&gt; What keeps it is recall: %n interview card belongs to it.</numerusform>
            <numerusform>&lt;b&gt;The course is finished.&lt;/b&gt; What keeps it is recall: %n interview cards belong to it.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sit a mock interview.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>&lt;b&gt;%n step(s) of “%1” are left&lt;/b&gt;, and the last one asks you to explain it.</source>
        <translation>
            <numerusform>&lt;b&gt;%n step of “%1” is left&lt;/b&gt;, and the last one asks you to explain it.</numerusform>
            <numerusform>&lt;b&gt;%n steps of “%1” are left&lt;/b&gt;, and the last one asks you to explain it.</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 of your first answers were wrong&lt;/b&gt;, and that is how a step works: what surprised you stays. Go through those steps once more tomorrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;You predict nearly everything.&lt;/b&gt; The cards draw fresh numbers and give no options: try those.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer a card in writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You passed over “%1”. Later lessons ask again what it teaches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>What you finished prepares %n interview card(s).</source>
        <translation>
            <numerusform>What you finished prepares %n interview card.</numerusform>
            <numerusform>What you finished prepares %n interview cards.</numerusform>
        </translation>
    </message>
    <message>
        <source>The lessons that you have not begun take about %1 hours together: one a day is better than all at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of your first answers were right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are right at the first answer. Most people expect more, because an answer looks known once it is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You guess wrong and read why. A week later, who knows more?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who read the answer at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who guessed wrong first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A guess gives the answer something to correct. %1 lessons ask before they tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with the first lesson.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without recall, how much of it is left in a month?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smaller part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of your %1 first answers %2 were right: those fade slowest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will its last step not offer you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rubric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You write, and then you compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish it today; its interview cards are ready then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go through one finished lesson from its start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How does a later lesson show what an earlier one taught?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It repeats the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It asks for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two lessons later it comes back as a question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How do its cards differ from steps?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They have fewer numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They give no options and draw fresh numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are easier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An interview gives none either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lesson a day: which one will you remember best?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first: it comes back most often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later lessons ask for earlier ones; one takes about %1 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the next lesson of the list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LearnSections</name>
    <message>
        <source>lesson %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeftOutWords</name>
    <message>
        <source>NaN or infinite and left out of the figures: %1 of %2 values. None is left, so the figures are undefined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NaN or infinite and left out of the figures: %1 of %2 values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 NaN or infinite, left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemoryActions</name>
    <message>
        <source>Measure this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the figure…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure the weights&apos; error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the recipe of the advice…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the advice&apos;s setting in Calibrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the advice&apos;s setting in Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the advice as a report…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemoryCoach</name>
    <message>
        <source>Double the context to %1. How much does the %2 bar grow?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, it doubles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the cache and the working memory grow; the weights stay %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model: every bar follows from its shapes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published figures differ because their assumptions do. Each of ours is a row under Assumptions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store the cache in eight bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 fits on none of your devices.&lt;/b&gt; The part that is largest is the one to shrink first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer bits a weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;One token reads %1 of the weights, and all of them must be there.&lt;/b&gt; Experts save time and no memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 of QLoRA&apos;s memory are activations&lt;/b&gt;, which no format of the weights makes smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halve the length of the sequences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute activations again instead of keeping them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QLoRA saves only %1 against LoRA here: what it makes smaller is not what is large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA trains one parameter in %1, so gradients and moments nearly vanish: %2 in place of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fits on all %2 devices: you can afford more bits or a longer context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double the context. How much does the bar of %1 grow?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By %1, it doubles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many GB are seven billion weights of two bytes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Billions of weights times bytes are GB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at a model of this size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which part of %1 is the largest?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights %1, cache %2, all %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the bits a weight. How many tokens a second, at most?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of its %1 of weights, how much does one token read?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the experts that are chosen, and what all tokens share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the speed on each device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the sequence length. What is QLoRA&apos;s bar then?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations, %1, grow with every token; the rest does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose size does QLoRA make smaller?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That of the frozen base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That of the activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That of the optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations are %1 of its %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An optimizer with no moments at all: what is left of it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights, gradients and activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW&apos;s two moments take %1 in FP32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See which parts the bar has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scale for half as many weights. What do scales cost a weight?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice as much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now they and what stays wide take %1 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a block format and look at its bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the rank: how many parameters are trained?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r (m + n) for each matrix, so in proportion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take rank 64 and watch the bar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a longer context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the assumptions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cache is %1 then, and %2 now; the weights stay %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token reads each weight that it needs once: half the bytes take half the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;The cache of %1 is larger than its weights.&lt;/b&gt; If these took nothing at all, %2 of %3 would stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;It fits on %1 and is slow there&lt;/b&gt;: at most %2 tokens a second, because every token reads all the weights that it needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QLoRA saves nothing against LoRA here: it takes %1 more, for each matrix is read back before it is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Full fine-tuning needs %1 times what the FP16 weights take, before any activation&lt;/b&gt;: gradients and what the optimizer keeps belong to every parameter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 is cache, and every user has one: with twice the context it is %3 instead of %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 is cache, and every user has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has codes of %2 bits and takes %3 a weight: scales, and what is stored in wider formats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try half of the context.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemoryFields</name>
    <message>
        <source>as the format says</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemoryModel</name>
    <message>
        <source>%1, own sizes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemoryWords</name>
    <message>
        <source>Keys of the windowed layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of the full layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of the windowed layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of the full layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights that training computes with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of layers without a cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients of the adapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moments of the adapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Master copy of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moments of the optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temporary of the optimizer&apos;s step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations for the backward pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations, computed again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fake-quantized weights and mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest matrix, dequantized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Driver and allocator, as stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n sequence(s), FP32</source>
        <translation>
            <numerusform>%n sequence, FP32</numerusform>
            <numerusform>%n sequences, FP32</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2 B, less the activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Llama 2 7B, FP16: 524,288 bytes a token, keys and values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qwen3.5 27B, 4 sequences: 598.5 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gemma 4 12B, 512 tokens at once: 127.80 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA on Mistral 7B, checkpointing: 671 kB a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured runs lie above what they allocate, by up to several GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GaLore&apos;s 7B model: 14 GB of weights, 42 GB of states and gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mistral 7B: 72.97 GB at batch 4 and at batch 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QLoRA&apos;s paper: a 65B model needs over 780 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ZeRO&apos;s paper: 2 + 2 + 12 bytes of mixed precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hugging Face&apos;s anatomy of a model&apos;s memory: 18 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradients %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>master %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moments %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 B: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW, 8 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latent row and a transposed copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latent rows unfolded to every head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key and a value for every head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the model needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPT-3 175B, Q and V, rank 8: 37.7 million parameters (LoRA, 2021)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As PEFT has it, one adapter for the whole of %1. GPT-3 175B, Q and V, rank 8: 37.7 million parameters (LoRA, 2021)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
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
    <message>
        <source>channel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each block its own scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain cast</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MockSummary</name>
    <message>
        <source>%1 of %2 points, %3 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n line(s) missing</source>
        <translation>
            <numerusform>%1: %n line missing</numerusform>
            <numerusform>%1: %n lines missing</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mock interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 points in %3 of %4 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was given: it is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given: %1, which is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given: %1, but it is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” (lesson %2, step %3)</source>
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
    <message>
        <source>and %1 more types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: 1 tensor, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 tensors, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first has no title and is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code that is not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 KV head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guessed bits and groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no config.json beside the file says those of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 beside the file is no JSON object and was not used: get it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the parts say that they hold %1, and hold another number: some may be missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberCaption</name>
    <message>
        <source>scale rounded down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale rounded up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale rounded to even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scales for |x| up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn weights, seed %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumbersActions</name>
    <message>
        <source>In steps of %1, the inspected format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next larger value of the format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next smaller value of the format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On bits: from bit to bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On bits: flip the bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On bits: the row above or below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the stored values around the value again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous code of the format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next code of the format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the block format beside others</source>
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
    <message>
        <source>&lt;b&gt;Zero has a code in every format here.&lt;/b&gt; Padding, masks and ReLU rely on it: an inexact zero would add its error to every sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at a value that few formats store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;All %1 formats store %2 exactly.&lt;/b&gt; It needs few bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the small floats a scale as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 is subnormal in %2&lt;/b&gt;: its exponent cannot fall any further, so the leading one is gone and every halving costs a bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the rule for ties and see the code change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FP16 comes %1 times nearer than BF16: three bits moved from the exponent to the mantissa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond FP16&apos;s end it is the other way round: try 70000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With |max| = %1 a step of INT8 is %2, and %3 is %4 steps: small values share few codes when the range is wide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make |max| as large as the value and compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NF4 comes %1 times nearer than INT4 with as many bits: its levels stand closer where normal weights are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See where its levels come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INT4 comes %1 times nearer than NF4 here: out in the tail NF4&apos;s levels stand wider apart than even ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is exact in %2 of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the two comes nearer to %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stores %2, %3 stores %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It grows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It shrinks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which 8-bit float has a code for infinity?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E4M3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E5M2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E4M3 spends those codes on larger values and keeps NaN alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three times that: how many of the formats store it exactly?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A third of it: how many store that exactly?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halve it six times: how many store it exactly then?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten times the value: how many store it exactly?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten times the value. What does %1 store?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stores %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the value: does %1 reach it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, it is beyond the end too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halve the value. What becomes of the step around it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is %1 and was %2: subnormal values are as far apart as the smallest normal ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under &quot;ties away from zero&quot;, which neighbour is taken?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one nearer to zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one farther away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BF16 has fewer mantissa bits: look at it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double the value. What becomes of the step?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is %1 and was %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make |max| as large as the value. And the error of INT8?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stores %1 then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Zero has no code in %1.&lt;/b&gt; Padding, masks and ReLU would add the error of their zeros to every sum there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 is a power of two&lt;/b&gt;: every float whose normal values reach it stores it exactly, with all mantissa bits zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BF16 has more exponent bits, %1 to %2: look at it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double it and see which bits move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And minus zero: which of these formats have a code for it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A float has a sign bit of its own, and the FNUZ forms alone give that code to NaN; two&apos;s complement has one zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A format without a code for it stores something else in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no value between 0 and %2, so %3 becomes 0. A scale that fits the small values is how small formats escape this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 lies exactly between two values of %2&lt;/b&gt;: neither is nearer, and which one is taken is a matter of the rounding rule.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumbersSections</name>
    <message numerus="yes">
        <source>%n bit(s)</source>
        <translation>
            <numerusform>%n bit</numerusform>
            <numerusform>%n bits</numerusform>
        </translation>
    </message>
    <message>
        <source>Formats</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PackedWords</name>
    <message>
        <source>Quantized by %1, %2, group %3: these are its codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantized by %1, %2: these are its codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored as %1, %2 values a block, %3 bits per weight: these are its codes.</source>
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
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteSections</name>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>synthetic tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not apply to what is chosen now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParamFormula</name>
    <message>
        <source>doubly quantized</source>
        <comment>a function around the scale</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all values are 0: s = </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 is nearer than any level: s = </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: the format&apos;s levels need no zero point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the code in the middle: z = </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: a plain cast has no scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a power of two by the rule &apos;%1&apos; from max|x| = %2 and level %3: s = </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all values of the block are 0: s = </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no zero point: level 0 is zero</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Provenance</name>
    <message>
        <source>Signal to quantization noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 log₁₀(Σ x² / Σ (x − x′)²), in dB, summed in double</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definition of a power ratio in decibels; 6.02 dB a bit for a full-range uniform source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ (x − x′)² / n over the n finite values; clipping + rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>docs/DEFINITIONS.md, Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipping error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the part of Σ (x − x′)² / n from values outside the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>docs/DEFINITIONS.md, Errors; the split is Banner and others (ACIQ), 2019</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>docs/DEFINITIONS.md, Errors; s² / 12 is Bennett, 1948</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipped values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many finite values lie beyond the outermost levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⌈n b / 8⌉ bytes of codes + scales + zero points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>docs/DEFINITIONS.md, Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 × stored bytes / n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value in a format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the value rounded to the format&apos;s grid; error = stored − value; a step is the distance of the stored values around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEEE 754-2019; OCP 8-bit and microscaling formats; the NF4 code book of QLoRA (Dettmers and others, 2023)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value there and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gemmlowp, doc/quantization.md; docs/DEFINITIONS.md</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of ((x − mean) / deviation)³</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standardised third moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far from centred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean / max |x|; 0 where the values are centred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeropoint’s own measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values below 0 / finite values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes that symmetric wastes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the median of the channels’ 10 log₁₀(Σ x² / Σ (x − x′)²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ratio in decibels, a channel at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Became zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values that were not 0 and read back as 0 / finite values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>√(Σ (a − b)² / Σ a²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>docs/DEFINITIONS.md, Two files of one model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max |x| / standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absolute error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored value − value, both exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEEE 754-2019</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(stored value − value) / |value|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error in steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>|stored value − value| / the distance of the stored values around it; at most 0.5 to nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goldberg, 1991</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which way it was rounded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sign of (stored value − value); a tie by the rounding that is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of −ln p(right symbol) over the scored positions, in nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>docs/DEFINITIONS.md, Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right positions / scored positions; of sorting: sequences without one wrong symbol / sequences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes of codes, scales and zero points of the linear layers + 4 bytes for each other weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>docs/DEFINITIONS.md, Quantized models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights that the optimizer moves; of LoRA: rank × (inputs + outputs) for each adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA (Hu and others, 2021)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wall time of the training steps, without evaluations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax(q kᵀ / √d), a row for each position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vaswani and others, 2017</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy of a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mean over the seeds; ± 95 %: Wilson’s interval over the test items, joined with t × sd / √seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>docs/DEFINITIONS.md, Experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes of the FP32 run / bytes of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits a weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 × bytes of the model / weights of the base model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by rising size, each run that a paired test tells to be more accurate than the best smaller one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right / scored, on a part of the validation data, weights rounded to nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points of accuracy lost with one layer quantized alone, or alone kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number × bits / 8, each weight in its own format, with its scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>docs/DEFINITIONS.md, Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inference: the widest tensors of one layer; training: what the backward pass needs of every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained weights × bytes of a gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained weights × bytes of moments and master copy: AdamW keeps two moments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ZeRO (Rajbhandari and others, 2020) and others, by the assumption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank × (rows + columns) of each target × 4 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as stated: driver and allocator are not estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sum of the parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>docs/DEFINITIONS.md, Memory; docs/MEMORY.md has measured totals beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total ≤ what the device lends less the reserve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the largest number of tokens with which the total still fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(available − what does not grow with parameters) / bytes a parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens a second, at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bandwidth / bytes of the weights that one token reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The roofline model (Williams and others, 2009)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 log₁₀(Σ x² / Σ (x − x′)²) over all weights that were read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>docs/DEFINITIONS.md, Advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each tensor in its type, to the byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 × bytes of the weights / parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of a product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 × rows × columns × batch / the best measured time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many values lie in each bin, before and after quantization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error against range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error against range, for every width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error of the channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ (x − x′)² / n of each channel, with its own scale and with one for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What groups cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQNR against 8 × (codes + scales) / n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values and errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many values lie in each bin; errors are x′ − x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many values lie in each bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer in integers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ (qx − zx)(qw − zw) + bias in 32 bits, then × M and + zy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gemmlowp, doc/quantization.md; M as Jacob and others, 2018</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes of a packed file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many values have each code; what it stands for by the file’s own scale and zero point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>docs/DEFINITIONS.md, Weights that come quantized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error by channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>√(Σ (x − x′)² / Σ x²) of each channel under each setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>docs/DEFINITIONS.md, Settings side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences of two settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many values lie in each bin of x′ of B − x′ of A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes that a value got</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how often each code stands where A is within half a bin of the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QAT from the inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradients, changes of codes and the distance to the nearest code boundary, step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esser and others (LSQ), 2020; Nagel and others, 2022</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits of a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a float: (−1)^sign × 2^(exponent − bias) × 1.mantissa; an integer: code × scale; a code book: its entry × scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All codes of a format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the value of each code, by the format’s own rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEEE 754-2019; OCP 8-bit and microscaling formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What rounds to which value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the interval of values whose nearest stored value is this one; its ends by the rule for ties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels of NF4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quantiles of the normal distribution at even steps of probability, the negative and the positive half apart, divided by the largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QLoRA (Dettmers and others, 2023)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of a block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code → level × scale (+ minimum), with the block’s own scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The block’s published layout: ggml, or OCP microscaling formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes of a block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where each weight’s code and each scale lie in the stored bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a weight costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 × bytes of each field / weights of the block; together their sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value through smaller formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each format rounds what the one before it stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range and precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance of neighbouring stored values / magnitude, from the smallest to the largest of each format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the neighbours of the stored value, and their midpoint, where rounding turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values that a format can store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every code of the format as its value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards by day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many cards were answered, or are due, on each day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A count; when a card is due: FSRS version 6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another library’s form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest |x′ of the form − x′ of ours| over all codes, in steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>docs/DEFINITIONS.md, Other libraries&apos; conventions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A historic bug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q = clamp(round(x / s) + z), x′ = s (q − z) in double, with one of its parts done wrong on purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>docs/DEFINITIONS.md, Replayed bugs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A historic bug in a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sequences of the test part that are right / all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>codes below the least and above the greatest value / all codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What training and storing takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trained weights × 4 numbers (weight, gradient, two moments of AdamW) × 4 bytes; stored: the size of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers × tokens × sequences × a row&apos;s width × bytes; a row of keys, and of values, is KV heads × head width, of latent attention the latent&apos;s width, once; windowed layers keep no more tokens than their window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values that were counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many values are finite, of all or of a sample as said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the values met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first and the last code reach s (q − z) with the scale as it is stored; counts are of the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>docs/DEFINITIONS.md, The equation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What helps against outliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 log₁₀(Σ y² / Σ (y − y′)²) of the product y = X W, after each remedy; X and W alone beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlier channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels whose largest |x| is above 4 times the median over the channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines of the rubric that were ticked / all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time for a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds in which the card was seen before its answer; the limit is the card&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mock interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cards of all decks, drawn by chance; a topic counts more, the weaker it is: 1 − (lines held + 1) / (lines + 2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule of this program: docs/lessons.md</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The grade that is suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under half of the points Again, under three quarters Hard, all of them Easy, else Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a card comes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the day on which the chance to remember falls to the one that is wanted: R = (1 + F t / S)^(−w₂₀), F = 0.9^(−1 / w₂₀) − 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FSRS version 6, with the weights published with py-fsrs 6.3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of a lesson or a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computed by the core from the expression that stands in the text&apos;s file; drawn numbers lie within its limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>docs/lessons.md names every function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many terms the glossary has, or the search found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the Coach says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the page&apos;s own figures, in the words of the rule that applies to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules of this program, one file a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps that were finished / steps of the lesson; right: at the first answer; minutes: by the lesson&apos;s file, for the steps that are left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MSE − clipping; where levels are even and values spread evenly s² / 12 to the nearest level, s² / 6 by chance, s² / 3 to one side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max |x − x′|; where levels are even, inside the range at most s / 2 to the nearest level, else less than s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>integers: q = clamp(round(x / s) + z), x′ = s (q − z); other formats: x′ = s times the level nearest to x / s, plain casts without s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A published figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what others published or printed for a model, beside the formula that explains it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>docs/MEMORY.md, Figures beside the assumptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>products: 2 × n³ / the best measured time of n × n matrices that stay in the cache; memory: bytes / the best measured time of adding up what no cache holds; the ridge is where both roofs meet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training steps that the model shown here has taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dtype of most of its bytes, and the bytes of all of its tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensors that belong together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pairs of both files by the names of the model’s family, by equal names, by shape or by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two files on the whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over the values of all pairs: 8 × bytes / values of A and of B; 10 log₁₀(Σ x² / Σ (x − x′)²); √(Σ (x − x′)² / Σ x²); max |x − x′|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MSE = clipping + rounding of each range, over the values; over the fine histogram while the hand moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MSE of each range and number of bits, over the values; other widths of more than four million over the fine histogram</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recipe</name>
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
    <message>
        <source>%1 asymmetric</source>
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
    <name>RooflineCoach</name>
    <message>
        <source>&lt;b&gt;Fewer bits are faster only where bytes are the limit.&lt;/b&gt; Which limit is met where, a measurement of this machine tells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight users at once. How many more bytes of weights are read?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: each weight serves all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight times as many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice as many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operations grow with the users, the bytes of weights do not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;INT8&apos;s roof bends at %1 operations a byte&lt;/b&gt;: below it the bytes limit, above it the arithmetic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the batches that were measured, %1 is the first beyond it: %2 operations a byte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No batch that was measured reaches it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory twice as fast. Which products get faster?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those with less than %1 operations a byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those with more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the arithmetic limits waits for no byte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the batch at which INT8 gains most.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RooflineWords</name>
    <message>
        <source>FP32, multiply and add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BF16, by its own instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BF16, widened to FP32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INT8, by VNNI or AMX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INT8, without VNNI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An unnamed processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation>
            <numerusform>%n processor</numerusform>
            <numerusform>%n processors</numerusform>
        </translation>
    </message>
    <message>
        <source>, %1 MiB of last-level cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GOP/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INT8 over FP32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory, reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is limited by bytes below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 op/B</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s), the fastest of the runs, spread up to %1; %2</source>
        <translation>
            <numerusform>%n thread, the fastest of the runs, spread up to %1; %2</numerusform>
            <numerusform>%n threads, the fastest of the runs, spread up to %1; %2</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;At batch 1 the bytes limit.&lt;/b&gt; Each token reads all weights once; INT8 reads a quarter of FP32&apos;s bytes and is %1 times as fast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;What batch %1 costs was disturbed by other programs.&lt;/b&gt; Nothing is concluded from it: measure again when it is quiet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; other programs used %1 of the processors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using the processor: what is hollow varies by more than 10 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs used %1 of the processors meanwhile: what stands here can be too low, and never too high. Measure again when it is quiet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;At batch 1 INT8 is %1 times as fast.&lt;/b&gt; By these ceilings not the bytes alone are the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;From batch %1 on the arithmetic limits.&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;At batch %1 the bytes still limit.&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This processor multiplies INT8 by one instruction, so its ceiling is %1 times FP32&apos;s; at batch %3 it is %2 times as fast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without VNNI an INT8 product takes three instructions, so its ceiling is %1 times FP32&apos;s; at batch %3 it is %2 times as fast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;At batch %1 the bytes limit one of the two and the arithmetic the other.&lt;/b&gt;</source>
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
    <name>Setting</name>
    <message>
        <source>Kind of format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale per</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis of the scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of stochastic rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of the scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales in a block of scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule of the MX scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power of the norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deviations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter of the distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teaching example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the lower card shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card at the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel or group that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis of the channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group size</source>
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
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of the integer example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings that are compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned as A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At equal bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own pairs of names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falling order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards or a mock interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the card&apos;s numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days ahead or behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New cards a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance to remember when due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step of the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
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
        <source>Width of a head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the FFN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context, tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values that share a scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales that share a factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of the weights&apos; scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A zero point for each block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with an importance matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of the embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of the output head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the cache keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens computed together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of a sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequences of a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrices with adapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes of a trained parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of the activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute activations again (checkpointing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention stores its matrices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Driver and allocator, GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserve of a device, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep at 8 bits or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question to the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar that is explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to show below the bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to show of the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to show of the advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting that is looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits set by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the axis that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule of the scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of the block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of the codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values in a block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of the block scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double quantization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A block of the tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which block of the tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step to NF4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspected format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnitude of the scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formats in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale small floats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits of the layer</source>
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
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to show above the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look at in the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which layers are quantized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rising order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
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
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training through quantizers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapters on NF4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights to start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run to start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MLP ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to show of the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look at inside the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys without Ctrl or Alt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live range, as a share of max |w|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to look at in the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of everything in percent, from the next start on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bug that is made again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value whose codes are counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the chart that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapters for the parts of joined matrices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingScenes</name>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output channel, most error first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output channel; outliers are outlined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingSteps</name>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingTips</name>
    <message>
        <source>The number that all formats below store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format whose bits are taken apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bits of one number, as a whole number without sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest magnitude that integers and scaled floats must reach: it sets their scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which formats the table has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a number goes that lies between two levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of a number beyond the largest level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed rounds the same way again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small floats may have a scale as integers have one; without it they are a plain cast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks of weights with a shared scale, as files store them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the power of two that a block shares is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other weights of the same distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format of one value in the block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many values share a scale: small blocks follow the weights, large ones cost less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the shared scale itself is stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scales are quantized in turn, with a scale of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many scales share a scale of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One value, all codes of a format, precision, blocks, NF4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another format whose levels stand beside this one&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of the tensor that is open instead of drawn ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which block of the tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which weight of the block is followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the 16 levels come about, step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels at their values, or each as far from the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the number line reaches around the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tensor that shows one thing well; undo goes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the values of a drawn tensor are spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many channels have outliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the two peaks lie apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degrees of freedom: fewer make heavier tails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times larger the channels with outliers are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the values lie on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many values are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times the spread the outliers lie out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many values are outliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: the output channels of a weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How wide the values spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed draws the same values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape of the distribution: small is skewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation: two thirds of normal values lie this close to the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one value that all of them have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which share of the values is zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Integers have even steps, floats finer ones near zero, code books levels from a table, blocks a scale for a few values each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symmetric: zero is code zero and the range is mirrored. Asymmetric: any range, and the zero point is the code of zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format of each code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits of a code: one more halves the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which values share a scale: all, those of an output channel, or a group along a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The axis whose places are the channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values that share a scale: fewer follow the weights, more cost less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symmetric codes without the most negative one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a value goes that lies between two levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed rounds the same values up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How each scale itself is stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose arithmetic is followed to the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of a value beyond the largest level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The observer: how the range is found that is worth its steps. What lies beyond is clipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range as it was set by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values below are clipped to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values above are clipped to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This share of the values stays inside, the rest is clipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p of the mean |x − x′|^p that the range keeps small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many standard deviations around the mean the range keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One value, followed through scale, rounding and clamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is taken apart below the histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the lower card shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor, channel or group that the figures are of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows files, examples and distributions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts as they are, or on a logarithmic axis that shows the tails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which axis the channels are of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group that is tried here; the scheme keeps its own until you apply it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs of a layer instead of weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts one large value in, to see what it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channel that gets the outlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times larger the channel becomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another row and another input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds tensors by a part of their names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the order of the file, by size or by error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which branches of the tree are open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model learns; another task brings its own sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task as it ships, the second one for fine-tuning, or a text of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text file whose characters the model learns to foretell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer and schedule of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples in a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate: how far a step goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First weights and order of the examples; the same seed gives the same run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train all weights, quantize afterwards (PTQ), train through the rounding (QAT), or adapters beside frozen weights (LoRA, QLoRA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is quantized how, layer by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits of a weight&apos;s code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits of a layer&apos;s inputs; full precision leaves them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which weights share a scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How codes are chosen: the nearest, or so that the layer&apos;s output changes least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How scales are chosen and which gradient passes the rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which gradient passes the rounding: all of it, none where clipped, or one that learns the scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank, alpha and targets of the adapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the frozen weights are stored, and the adapters beside them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directions that an adapter adds to a weight: more learn more and cost more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapters count alpha / rank times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which layers get adapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random weights, those of the sample that ships, or of a run above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run whose weights this one starts from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks of attention and MLP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers for each position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the width that attend on their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times wider the middle of the MLP is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions that the model sees at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processors that train; the result is the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run that the page looks at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves, the list of runs, or the inside of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to see of the model&apos;s inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which head of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights, activations or gradients of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that belong together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What counts as size: everything that is stored, or the linear layers alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runs over their seeds; click a header to sort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another run of the same seed, layer by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chart, or what the layers bear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each layer bears, a setting under the hand, or two runs compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits that each layer is tried at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One layer quantized and the others not, or the other way round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size that the model may take; the best bits for each layer are chosen for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer whose bits and range follow the hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a title to sort by it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mistake that libraries have made, to see what it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The term, step or card that is explained below the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The corner of the chart that is looked at closer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of the model that the page looks into</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NF4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FP32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PTQ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QLoRA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>round to nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AWQ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPTQ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdaRound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HQQ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSQ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipped STE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain STE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored type</source>
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
    <name>ShowCard</name>
    <message>
        <source>Show me in the workbench</source>
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
    <name>TradeOffActions</name>
    <message>
        <source>There are no runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a run first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its model on the Train page, whose next run gets its settings (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1 in Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An experiment is running</source>
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
        <source>Open in Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a spec that zeropoint-cli experiment runs to the same bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the run out of the store with all its seeds; undo brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chart as PNG or PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run and seed</source>
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
        <source>Run an experiment from a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the chart: from run to run by size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the chart and in the table: open the run in Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save quantized…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes and scales as packed as the size says; Calibrate and Train open the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure each layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose bits for the model&apos;s size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the mix of bits (QAT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the live setting as a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the run&apos;s weights beside others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the chart: look closer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the chart: show all runs again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2 on this machine, an estimate from a few of its steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · timing it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came with the program</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TradeOffCoach</name>
    <message>
        <source>Run an experiment: every point is a model that was trained or quantized here and measured on data it has not seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; cannot be told from %2 by a paired test on the same test items, at %3 of the size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which answers more of the test right: %1 or %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reaches %2, %3 reaches %4, on the same test items.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; is beaten: %2 is no larger (%3 against %4) and %5 points better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the one that beats it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at both on the same test items.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See which layers cannot bear fewer bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; freezes its base in four bits and gives up %2 points for %3 less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; depends on luck: its seeds lie %2 points apart (standard deviation). One run of it proves little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run has one seed: the intervals tell of the test items alone, not of what another start would give.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run all seeds before you believe a small difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest run that is not told to be worse than the best is &lt;b&gt;%1&lt;/b&gt;: %2 at %3 bits a weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At how many bits will plain rounding break a small model that sorts?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At eight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At four</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At three</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runs that came with the program show it: four bits hold, three do not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the runs that came with the program, or run an experiment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is there a use for which the beaten one is better?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By these two figures, no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where memory is short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where errors are dear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is neither smaller nor more accurate; what training it cost is another figure. %1 runs stand on the front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same bytes: what differs in their files?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which codes they hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bits of a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the bit back to one layer alone. Which one would help most?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one whose error costs most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensitivity measures it, a layer at a time; size says little about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So do both give the same answers?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly: a few differ either way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, most differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many were won as lost, as far as the test can see. %1 runs are here to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the answers that differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are its bytes at least fewer, stored with the base?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No: base and adapters are both kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 against %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the adapters off again. What does the model do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has forgotten both tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does its first task as before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base was frozen: no weight of it has moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A matrix four times as wide and high. What share are adapters of the same rank?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quarter of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sixteenth of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r (m + n) grows four times, m n sixteen times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count them beside a large model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which weights of it were trained?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The four-bit ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The adapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The four-bit base only carries them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what that saves at a large model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four times as many seeds. How wide is the interval of the mean?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It shrinks with the root of their number; %1 runs are shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it with more seeds before you choose it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another seed: which run&apos;s accuracy changes least?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of many bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of few bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near the cliff small differences of the weights decide many answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two intervals overlap. Do the runs differ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They may: the paired test sees more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the same items luck of the items is common to both and falls out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare two of them answer by answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many bytes does it keep of those in FP32?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in all: what stays in FP32 counts too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose it and look closer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the linear layers alone. Which way do the points move?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the left: smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the right: larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up: more accurate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embeddings and norms fall out of the size; the %1 accuracies stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the linear layers alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) have an interval wider than ten points: such means alone tell little. The paired test on the same seeds may still tell two runs apart.</source>
        <translation>
            <numerusform>%n run has an interval wider than ten points: such a mean alone tells little. The paired test on the same seeds may still tell two runs apart.</numerusform>
            <numerusform>%n runs have an interval wider than ten points: such means alone tell little. The paired test on the same seeds may still tell two runs apart.</numerusform>
        </translation>
    </message>
    <message>
        <source>Training through the rounding chose other codes, and perhaps other scales: as many as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take twice the rank as the next run on the Train page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take half the rank as the next run: where does it give in?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; and &lt;b&gt;%2&lt;/b&gt; are about the same size, %3. The first is %4 points apart from the second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Between %1 and %2 lies a cliff&lt;/b&gt;: %3 points for %4 less. No run that was only rounded gets past it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; stays %2 points below %3: its change of each matrix has no more directions than its rank, and matrices without an adapter do not change. A higher rank, or adapters on more of them, may come closer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; is not told apart from %2, which trains every weight: %3 points on the mean. More seeds or more items may tell them apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapters are large beside a model this small: %1 more bytes than the base alone. Beside wider matrices the same rank is a smaller share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) are filled and lie on the front: nothing here is both smaller and more accurate. A hollow point has another, no larger, beside which it is not told to be better.</source>
        <translation>
            <numerusform>%n point is filled and lies on the front: nothing here is both smaller and more accurate. A hollow point has another, no larger, beside which it is not told to be better.</numerusform>
            <numerusform>%n points are filled and lie on the front: nothing here is both smaller and more accurate. A hollow point has another, no larger, beside which it is not told to be better.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TradeOffSections</name>
    <message>
        <source>Runs of the experiment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainActions</name>
    <message>
        <source>Train with these settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A setting does not work yet</source>
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
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run is training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
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
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is over</source>
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
        <source>Select a run first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 out of the list (Delete); undo brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the run first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights, settings and the optimizer&apos;s state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights, settings and the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store keeps its weights, but nothing to go on from</source>
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
        <source>The Trade-off page has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure the run and keep it on the Trade-off page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or stop the run that trains first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start or queue a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or resume the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove run</source>
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
        <source>In the list: remove the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a layer of the diagram: open its weight on Calibrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes and scales as packed as the size says, %1 in all; they open here and on Calibrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For finished runs of PTQ and QAT that ran here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save quantized…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the layer&apos;s weights on Calibrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, an estimate from the steps of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train with these settings: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For finished runs that can be repeated: from random weights in the task&apos;s own sizes, or from a sample; of PTQ too, where what it quantized is such a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with %1</source>
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
        <source>Training keeps four numbers a weight: the weight, its gradient and AdamW&apos;s two moments, %1 in all. What is stored afterwards is one: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is trained here: finished weights are rounded. Stored they take %1; in FP32 it was %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 of %2 weights are trained, those of the adapters: their gradients and moments take %3. The frozen weights have none. Model and adapters are stored in %4.</source>
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
    <message>
        <source>&lt;b&gt;%1 stopped on an error.&lt;/b&gt; What it had learned until then is kept; a loss that leaves the finite numbers mostly means too large a rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;It learns its training data by heart&lt;/b&gt;: a loss of %1 there, %2 on what it has not seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More data or a smaller model narrows the gap; more steps widen it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;It was better before&lt;/b&gt;: the validation loss was %1 at step %2 and is %3 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;It knows hardly more than chance&lt;/b&gt;: a loss of %1, where guessing blindly among %2 outputs costs %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the learning rate by a factor of three, up or down, and compare the first hundred steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Rounding the finished weights to %1 bits cost %2 points.&lt;/b&gt; The model never had a chance to adapt to the levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train through the rounding with as many bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take one bit away and look for the cliff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 of %2 weights are trained, those of the adapters: they, their gradients and moments take %3, where full training of the others would take %5. The frozen weights are stored in NF4: model and adapters together take %4. The price: each pass decodes them, and they stay rounded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 of the weights are trained&lt;/b&gt;, and only they have gradients and moments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double the rank and see whether it comes closer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;There is almost nothing left to learn&lt;/b&gt;: %1 nats a character, and the grammar itself has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text was drawn from a grammar whose entropy is known: no model can go below %1 nats a character in the long run; this one is at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;The loss has flattened&lt;/b&gt; at %1: the last %2 evaluations gained less than a hundredth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tenth of the rate often frees another step down; a wider model does when that does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before its first step, how well does it guess?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random weights prefer nothing: of %1 weights none has seen the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with all weights in FP32, to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rate that is too large: how does the loss go?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It jumps up and leaves all bounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It falls faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each step goes past the valley and lands higher than it began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again with a third of the rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on. Which of the two losses falls further?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That of the training data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That of unseen data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 are apart already: what is learnt by heart helps on the first alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which weights would you keep?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those of the best validation loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those of the best training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They were those of step %1, by data that chose nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train as long as the best took.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How likely does it hold the right answer, on the whole?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About as likely as each of the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten times as likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e to the minus loss is %1; one in %2 is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train through the same rounding. How large will the file be?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As large as this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As large as FP32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 either way: which codes there are changes, not how many bits they have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten times as wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which weights does the next product see while it trains?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The FP32 ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rounded ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both in turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss must feel the rounding; the gradient then moves the fine weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch codes and gradients from the inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ranges of inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are looked at, never learned from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantize the inputs of the layers too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of that is needed to use the model?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One number a weight; gradients and moments end with the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train adapters alone and compare what that takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before its first step, what does the model with fresh adapters answer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same as its base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of each pair of matrices begins with zeros, so their product is zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze the base in four bits as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge the adapters into the NF4 base. Is the model the same then?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes: adding is exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No: the sum is rounded again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sums lie between levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the rank: how many adapter weights are there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r (m + n) is proportional to the rank; %1 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice the rank: how many weights are trained?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r (m + n) is proportional to the rank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can a larger model go far below this loss on new text?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, with enough steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the grammar leaves to chance, %1 nats, nobody can know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantize it: how much of this survives?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What share of its loss could training still take away?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 nats are the grammar&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it twice the steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Near a minimum, which rate comes closer to it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A larger one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A smaller one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of one length jump about the minimum; shorter ones settle nearer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How likely, on the whole, does it hold the right answer now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As its accuracy says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e to the minus %1, a geometric mean. Accuracy, %2, counts only whether the right answer is the likeliest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it twice the steps and compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the inputs as they are: what do they cost?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Weights of %1 bits and inputs of %2 bits together cost %3 points.&lt;/b&gt; The model never had a chance to adapt to the levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Weights of %1 bits and inputs of %3 bits cost nothing that the test can see&lt;/b&gt;: %2 points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; has a test loss of %2 nats. Guessing blindly among %3 outputs costs ln %3 = %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Far less likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much wider is each step of an integer with one bit less?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 times as wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bits have about that many times the levels of %2: accuracy may hold all the same, and break a bit later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would other calibration data change in it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its inputs are not quantized, and each weight goes to its nearest level whatever comes in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take half the rank and compare the accuracy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;It knows less than chance&lt;/b&gt;: a loss of %1, where guessing blindly among %2 outputs costs %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;It is worse than blind guessing&lt;/b&gt;: a loss of %1 with weights of %2 bits, where guessing among %3 outputs costs %4. The model never had a chance to adapt to the levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 bits cost nothing that the test can see&lt;/b&gt;: %2 points. Rounding moved the weights and hardly changed an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;The adapters are %1 of all weights&lt;/b&gt;, because the matrices are small: r (m + n) against m n. Beside wider matrices the same rank is a smaller share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While it trains, every weight stays in FP32 beside its rounded value, with a gradient and two moments: %1. Codes, scales and what stays in FP32 are stored: %2, where FP32 alone takes %3.</source>
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
    <name>TrainSections</name>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>%1 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was undone</source>
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
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the quantized tensor…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the model of the run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy settings as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between light and dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or close the Coach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick a tensor of the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw everything larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw everything smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the open model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its weights under the settings of Calibrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the adapters of the run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveal the Coach&apos;s answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try what the Coach proposes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next card of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous card of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a form: from field to field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a form: from a drop-down box to the next field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the word or figure under the pointer, or in focus, means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twice: cancel the job that runs, after a question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help on what has the focus</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::AddToCompare</name>
    <message>
        <source>Add to Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing here that quantizes a tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>These settings as another column of the Compare page, which has %n now</source>
        <translation>
            <numerusform>These settings as another column of the Compare page, which has %n now</numerusform>
            <numerusform>These settings as another column of the Compare page, which has %n now</numerusform>
        </translation>
    </message>
    <message>
        <source>The Compare page has as many columns as it takes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::AdvicePlot</name>
    <message>
        <source>GGUF recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mix made here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight error against size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size of the weights, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQNR, dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leaves %2 for weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3 bits a weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; %1 dB, in the worst layer (%2) %3 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; up to %1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits a weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights, bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longest context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worst layer, dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worst layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the front</source>
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
    <message>
        <source>%1 settings; %2 are left for weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 settings; %2 are left for weights. Recommended: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, error not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes alone: open the weights and measure their error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::AdviceReasons</name>
    <message>
        <source>weight error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the recipe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Calibrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recommendation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this one: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, and why another is recommended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise / signal = %1; 10 log₁₀ of its inverse = %2 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 × %1 bytes a parameter = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arguments of llama-quantize that make this file; nothing is run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a GGUF recipe or a mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a setting first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This type is read here and not written: there are no values of it to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight that it harms most, under this setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This setting for the tensor that is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These arguments make the file with llama.cpp&apos;s llama-quantize. They are copied; nothing is run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page of its own (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown (*.md);;Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::AdviceStudy</name>
    <message>
        <source>Measuring the weights&apos; error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::AdviceTable</name>
    <message>
        <source>Settings from the largest to the smallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheme or mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole, dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recommended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst, dB, layer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::AdviceView</name>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to show of the advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight error against size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure the weights&apos; error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s weights are quantized already: errors are beside those.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights are being measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads every weight of the file under every setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the weights and choose “The open file” as the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 NaN or infinite values are left out.</source>
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
    <message>
        <source>Break it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bugs that libraries have had, made again</source>
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
    <name>zeropoint::ui::AssumptionsView</name>
    <message>
        <source>Weights of the fourth bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values that share a scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of the scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales that share a factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one a block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GGUF mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>importance matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It turns the first eighth of Q4_0&apos;s down projections into Q4_1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the cache keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens computed together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of a sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sequences of a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes of a trained parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all matrices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Q and V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Q, K, V and output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the FFN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matrices with adapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of the activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compute them again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpointing: only the layers&apos; inputs are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stores its matrices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a fused kernel: twice heads × length values a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Driver and allocator, GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserve of a device, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the driver and what else runs: an assumption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of a head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the FFN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QLoRA&apos;s double quantization: blocks of %1 make %2 bits a weight %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also of INT8 and QLoRA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the shapes make it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count of parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is set by hand, for the weights alone: layers and widths hold %2, of which cache, activations and adapters are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, counted from layers and widths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined matrices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an adapter for each part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: one for each module of the model, as PEFT; on: as LitGPT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latent rows of %1, unfolded to every head, take %2 times as much</source>
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
    <message>
        <source>from</source>
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
    <name>zeropoint::ui::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
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
    <name>zeropoint::ui::BarTable</name>
    <message>
        <source>fits with less context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen setting on each device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens/s, at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the cache full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An upper bound: bandwidth over the bytes that a token reads. No run is faster; measured ones reach a quarter to nine tenths of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which setting fits on which device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs, bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device lends, bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longest context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest model, parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upper bound, tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upper bound with the cache full, tokens/s</source>
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
        <source>Show the weights as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the bytes as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which block of the tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no tensor yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This format is only decoded here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of %1 instead of drawn ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of its %1 blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given %1, error %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::BreakItTab</name>
    <message>
        <source>Break it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bug that is made again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor and a model done right and with the bug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero point, made with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero point, read with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 comes back as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQNR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values read otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model’s right answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the bug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last line: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bits from min-max, one scale and zero point for the whole tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These bugs are made with integer codes: choose INT with 2 to 8 bits in the scheme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making a bug again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making a bug again in a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 comes back as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::BudgetCard</name>
    <message>
        <source>What the weights may take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>embedding and head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At 8 bits or more, in the mixes that are made here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep 8 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left for weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reserve is an assumption, for the driver and what else runs: change it under What fits, Assumptions.</source>
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
    <message numerus="yes">
        <source>%1 value(s)</source>
        <translation>
            <numerusform>%1 value</numerusform>
            <numerusform>%1 values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n more note(s))</source>
        <translation>
            <numerusform>(%n more note)</numerusform>
            <numerusform>(%n more notes)</numerusform>
        </translation>
    </message>
    <message>
        <source>No tensor is shown. Open a file or drop one here, take an example, or draw one: the histogram follows at once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::CardsView</name>
    <message>
        <source>Practise anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show me in the workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the model answer (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets the workbench to what proves the answer (W); undo takes it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>card %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card cannot be asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no cards here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another deck, or put decks of your own into the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card was answered yet, and no new ones are wanted today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next card in %1.</source>
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
    <message>
        <source>MSE with its own scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MSE with one scale for all</source>
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
    <message numerus="yes">
        <source>The tensor has %n axis(es)</source>
        <translation>
            <numerusform>The tensor has %n axis</numerusform>
            <numerusform>The tensor has %n axes</numerusform>
        </translation>
    </message>
    <message>
        <source>Measuring the channels</source>
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
    <message>
        <source>Click a channel to see its histogram, example and curve (with a scale per channel along this axis)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1 (outlier): %2…%3, own scale %4, MSE %5 (%6 with the shared scale)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1: %2…%3, own scale %4, MSE %5 (%6 with the shared scale)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dashed: reach of the shared scale</source>
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
    <message>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets it; undo takes it back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::CodePlot</name>
    <message numerus="yes">
        <source>%1 value(s) over codes %2 to %3</source>
        <translation>
            <numerusform>%1 value over codes %2 to %3</numerusform>
            <numerusform>%1 values over codes %2 to %3</numerusform>
        </translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the values, %</source>
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
        <source>%1 of %2 codes of %3 have no equal in %4, both scaled to their largest value; they are marked ≠</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This format has no %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ColumnCard</name>
    <message>
        <source>SQNR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Became zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values and errors of column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column %1: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 log₁₀(%1 / %2) = %3 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 channels; half have less than %2 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; s / 2 = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 × %1 / %2 = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + %2 + %3 = %4 bytes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ComparePage</name>
    <message>
        <source>A %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One tensor under several settings. All charts share their axes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed between two files of one model, tensor by tensor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every weight of the open model under the settings of the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s)</source>
        <translation>
            <numerusform>%n setting</numerusform>
            <numerusform>%n settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 value(s)</source>
        <translation>
            <numerusform>%1 value</numerusform>
            <numerusform>%1 values</numerusform>
        </translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open two files first: the report is about them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the model first: the report is about what is found.</source>
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
    <message>
        <source>How far the layers&apos; weights are apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQNR, dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both of seed %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed %1 of the first, %2 of the second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the shipped runs the figures are here, not the models: predictions and weights can be compared of runs of your own. &quot;Run an experiment&quot; trains these on this computer.</source>
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
        <source>Only integers are written as scale and zero point: choose INT in the scheme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ %1 codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>✗ off by %1 step(s)</source>
        <translation>
            <numerusform>✗ off by %1 step</numerusform>
            <numerusform>✗ off by %1 steps</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the form of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>within %1 step(s)</source>
        <translation>
            <numerusform>within %1 step</numerusform>
            <numerusform>within %1 steps</numerusform>
        </translation>
    </message>
    <message>
        <source>scale %1, zero point %2, codes %3…%4 read back alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Reading back, the largest difference over all codes is %1 step(s). How a library rounds when it writes them is another matter: &quot;As in&quot; of the scheme follows it.</source>
        <translation>
            <numerusform>Reading back, the largest difference over all codes is %1 step. How a library rounds when it writes them is another matter: &quot;As in&quot; of the scheme follows it.</numerusform>
            <numerusform>Reading back, the largest difference over all codes is %1 steps. How a library rounds when it writes them is another matter: &quot;As in&quot; of the scheme follows it.</numerusform>
        </translation>
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
    <name>zeropoint::ui::CourseList</name>
    <message>
        <source>Quantization course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print handout…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own lessons…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the lessons of your folder out of the list; the files stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lessons done; %2 right at once; %3 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::CourseState</name>
    <message>
        <source>the step “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your own state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer of “%1”</source>
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
    <message>
        <source>Measuring the curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimate; exact at rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn for up to a million values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured when the blocks are made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact; each block clipped alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1: %2</source>
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
    <message>
        <source>There is nothing to draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean squared error</source>
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
        <source>No value is finite: there is no range to vary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1   %2   %3 dB, best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1   %2   %3 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its clipping and rounding together are the least here: another tensor may want another observer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curves are of one scale for the whole tensor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lloyd-Max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every range stores every value exactly: there is no error to draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is best here: %2 clipping + %3 rounding are the least together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MSE, %1 (estimate)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MSE, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now %1: MSE ≈ %2 = %3 clipping + %4 rounding, SQNR ≈ %5 dB</source>
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
    <name>zeropoint::ui::DayChart</name>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::DeckList</name>
    <message>
        <source>%1 due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message>
        <source>Decks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All decks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 due, %3 of %4 cards answered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::DeviceGrid</name>
    <message>
        <source>Which setting fits on which device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::DevicesButton</name>
    <message>
        <source>Devices…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which devices are shown, and devices of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices that are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A device of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory, GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bandwidth, GB/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes the device of your own that is chosen in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name without “=”, and its memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a device of your own in the list first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
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
    <name>zeropoint::ui::DifferenceCard</name>
    <message>
        <source>Differences of what two settings read back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned B against A: %1 against %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing two settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the values are read back alike. A is closer in %2, B in %3. The largest difference is %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B − A after dequantizing (log₁₀ of 1 + values)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B − A</source>
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
    <message numerus="yes">
        <source>%1 value(s) from %2 to %3</source>
        <translation>
            <numerusform>%1 value from %2 to %3</numerusform>
            <numerusform>%1 values from %2 to %3</numerusform>
        </translation>
    </message>
    <message>
        <source>No values yet</source>
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
</context>
<context>
    <name>zeropoint::ui::Documents</name>
    <message>
        <source>Open weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions (*.zpw)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file that was opened before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::DropHint</name>
    <message>
        <source>Let go to open %1</source>
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
        <source>SQNR, dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best max %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best min %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of each block’s range, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now %1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; the smallest error is %2 at %3</source>
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
    <name>zeropoint::ui::ExamplesCard</name>
    <message>
        <source>Start state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor and the settings that the program starts with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 … %2, x = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evenly spaced values, asymmetric in 8 bits: the worked example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of a normalised layer: a narrow normal around zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the values are zero and none is negative: a symmetric grid wastes half of its codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One outlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A single value widens the step of all the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlier channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One channel is much wider: give each channel its own scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two peaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing lies in the middle, where most formats are finest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of tokens, some of them longer than the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teaching examples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ExperimentClock</name>
    <message>
        <source>Timing a few steps</source>
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
    <name>zeropoint::ui::Exports</name>
    <message>
        <source>Open a file or draw a tensor first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a run on the Train page first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run has no model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the quantized tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes, scales and zero points (*.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes for NumPy (*.npz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GGUF, blocks and half precision (*.gguf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C header for microcontrollers (*.h)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values as read back (*.npy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values as a table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the model of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ONNX graph (*.onnx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GGUF for llama.cpp (*.gguf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is written: %2 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file of weights first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model of a run that trains through quantizers is exported once it is kept: its weights are then on their grids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run that it started from is not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the open model under the present settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the adapters as a new folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a run that trains with LoRA or QLoRA on the Train page first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its base is to be loaded as it was trained: %1.</source>
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
    <name>zeropoint::ui::FilesComparison</name>
    <message>
        <source>Opening two files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing two files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::FilesHeader</name>
    <message>
        <source>by the names of the model&apos;s family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by equal names</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n by its shape alone</source>
        <translation>
            <numerusform>%n by its shape alone</numerusform>
            <numerusform>%n by its shape alone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n by your own pairs</source>
        <translation>
            <numerusform>%n by your own pairs</numerusform>
            <numerusform>%n by your own pairs</numerusform>
        </translation>
    </message>
    <message>
        <source>rows of q and k put back in A&apos;s order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matrices that are stored by inputs are turned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mapping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the reference, A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the other file, B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open own pairs of names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file A…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file B…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another file of the same model</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n only in A</source>
        <translation>
            <numerusform>%n only in A</numerusform>
            <numerusform>%n only in A</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only in B</source>
        <translation>
            <numerusform>%n only in B</numerusform>
            <numerusform>%n only in B</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓ %n matched</source>
        <translation>
            <numerusform>✓ %n matched</numerusform>
            <numerusform>✓ %n matched</numerusform>
        </translation>
    </message>
    <message>
        <source>joined matrices taken apart by their rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::FilesView</name>
    <message>
        <source>Tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows take their place as they are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Calibrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs of tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor of A (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a tensor first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening both files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file and another one of the same model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tensor of A has a partner in B. Give the pairs with Mapping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So far: %1 of %2 tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relative error %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n equal</source>
        <translation>
            <numerusform>%n equal</numerusform>
            <numerusform>%n equal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not compared</source>
        <translation>
            <numerusform>%n not compared</numerusform>
            <numerusform>%n not compared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %1 of %n tensor(s) of A have a partner in B: are they files of one model?</source>
        <translation>
            <numerusform>Only %1 of %n tensor of A have a partner in B: are they files of one model?</numerusform>
            <numerusform>Only %1 of %n tensors of A have a partner in B: are they files of one model?</numerusform>
        </translation>
    </message>
    <message>
        <source>reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more to come</source>
        <translation>
            <numerusform>%n more to come</numerusform>
            <numerusform>%n more to come</numerusform>
        </translation>
    </message>
    <message>
        <source>Values of B are NaN or infinite where those of A are not: an error without end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One tensor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::FitView</name>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to show below the bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>× and a number: so many such devices are needed; ≤ and a number: it fits with so many tokens. Tight means over 90 % of what the device lends: its memory less the reserve.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::FollowUpsCard</name>
    <message>
        <source>They may ask next</source>
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
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
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
    <message>
        <source>Colours of the bits</source>
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
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::GradeCard</name>
    <message>
        <source>Show this card again in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys 1 to 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens with the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 points suggests %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well did you know it?</source>
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
    <message>
        <source>format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQNR, dB</source>
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
    <message>
        <source>Nothing is lost whatever the group size, or no value is finite: there is no error to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A row has %n value(s): it is a group of its own.</source>
        <translation>
            <numerusform>A row has %n value: it is a group of its own.</numerusform>
            <numerusform>A row has %n values: it is a group of its own.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::HeatPlot</name>
    <message>
        <source>%1, %2: %3</source>
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
    <message>
        <source>Channels and groups with the largest error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those that suffer most, the worst first. The page shows one of them: its values, its scale, its error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the channel or group that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram of the tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worst: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 dB, MSE %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2; type another</source>
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
        <source>levels, dequantized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting the values</source>
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
    <message numerus="yes">
        <source>%1 value(s) above max</source>
        <translation>
            <numerusform>%1 value above max</numerusform>
            <numerusform>%1 values above max</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 value(s) below min</source>
        <translation>
            <numerusform>%1 value below min</numerusform>
            <numerusform>%1 values below min</numerusform>
        </translation>
    </message>
    <message>
        <source>min %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max %1</source>
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
        <source>original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dequantized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New sample value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 above</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 value(s) clipped</source>
        <translation>
            <numerusform>%1 value clipped</numerusform>
            <numerusform>%1 values clipped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::HowKnown</name>
    <message>
        <source>How do we know?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With these numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held by the test</source>
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
    <message>
        <source>Fake-quantize, forward: weights are rounded and read back, so that the loss sees the rounding. Backward: the gradient passes as if they were not. Start a QAT run to watch it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights with their levels, how often codes change, where the gradient passes, or how the scale is learned</source>
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
    <message>
        <source>%1 − %2 = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2 = %3</source>
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
    <message>
        <source>+ zy, clamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>qy: uint8, zy = %1,
clamped to %2…%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n output(s) differ by one code: fixed point rounds twice, the product&apos;s high half and then the shift, and halves away from zero; the float result is rounded once. So near the middle of two codes the roundings part.</source>
        <translation>
            <numerusform>%n output differs by one code: fixed point rounds twice, the product&apos;s high half and then the shift, and halves away from zero; the float result is rounded once. So near the middle of two codes the roundings part.</numerusform>
            <numerusform>%n outputs differ by one code: fixed point rounds twice, the product&apos;s high half and then the shift, and halves away from zero; the float result is rounded once. So near the middle of two codes the roundings part.</numerusform>
        </translation>
    </message>
    <message>
        <source>y</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::InterviewPage</name>
    <message>
        <source>Interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer aloud or in writing, then mark yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards or a mock interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes in plain text (*.txt *.csv *.tsv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the deck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) not on the disk yet</source>
        <translation>
            <numerusform>%n answer not on the disk yet</numerusform>
            <numerusform>%n answers not on the disk yet</numerusform>
        </translation>
    </message>
    <message>
        <source>Answers stay on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mock interview</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>Ended: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the job?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
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
    <message>
        <source>Measuring %1</source>
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
    <message>
        <source>Show weights and activations as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights and activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::LearnPage</name>
    <message>
        <source>Lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each lesson runs on the real pages: you predict first, then you see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a term, a step or a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print as a handout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with your own lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress is kept on this computer only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course</source>
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
    <message>
        <source>The levels lie closer than any picture could show.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::LessonCard</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your two sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with a model answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step is kept, and the page stays as it is (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to what I had</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves the lesson and brings your own data and settings back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson %1 · step %2 of %3 · %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interview cards that this lesson prepares:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::LessonOverview</name>
    <message>
        <source>From the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages still show what the lesson set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to what I had</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson %1 · %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lesson as a handout (PDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interview cards that it prepares</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::LessonRow</name>
    <message>
        <source>Lesson %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::LinePlot</name>
    <message>
        <source>Nothing to show yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::LiveView</name>
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
        <source>Drag the bits or the range of %1: the accuracy follows.</source>
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
    <message>
        <source>Keep as a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures this setting on the test part and adds it to the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model takes %4. Scored on %1 held-out sequences of %2, quantized to nearest; %3 ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits of this layer&apos;s weights; the accuracy follows at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 held-out sequences: %2 %, %3 nats</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::LookUpCard</name>
    <message>
        <source>Show me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Glossary, %n terms</source>
        <translation>
            <numerusform>Glossary, %n term</numerusform>
            <numerusform>Glossary, %n terms</numerusform>
        </translation>
    </message>
    <message>
        <source>Step: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called so</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message>
        <source>Also: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interview card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the term “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::MainWindow</name>
    <message>
        <source>Open recent</source>
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
    <message>
        <source>The program ended last time without being closed. What was on the screen was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings and files of that session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action, a setting, a tensor, a run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::MemoryChart</name>
    <message>
        <source>Memory of each way to run or train the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model to estimate yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch %1, %2 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tune it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total, bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits a weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::MemoryModelCard</name>
    <message>
        <source>Model</source>
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
        <source>KV heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context, tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4th bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The open file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The open file (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A GGUF file, or a folder with a config.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers and sizes below make %1 B parameters: these are given in their place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::MemoryPage</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to show of the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question to the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fits where, before you download anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which setting for this model on this device?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is INT8 not faster?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model, device and context of the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the answer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: change…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::MemoryStudy</name>
    <message>
        <source>Reading the architecture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::MethodFields</name>
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
    <message>
        <source>Columns of A and rows of B: an adapter of a matrix of m by n has rank × (m + n) weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The adapter counts alpha / rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers that get an adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Q and V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others</source>
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
    <message numerus="yes">
        <source>exact, over all %1 value(s)</source>
        <translation>
            <numerusform>exact, over %1 value</numerusform>
            <numerusform>exact, over all %1 values</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>exact, over all %1 values in %2 channel(s)</source>
        <translation>
            <numerusform>exact, over all %1 values in %2 channel</numerusform>
            <numerusform>exact, over all %1 values in %2 channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exact, over all %1 values in %2 group(s)</source>
        <translation>
            <numerusform>exact, over all %1 values in %2 group</numerusform>
            <numerusform>exact, over all %1 values in %2 groups</numerusform>
        </translation>
    </message>
    <message>
        <source>10 log₁₀(%1 / %2) = %3 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2 = %3 = %4 + %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values: %2 / %3 = %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; s / 2 = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + %2 + %3 = %4 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 × %1 / %2 = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring was stopped. &lt;a href=&quot;#&quot;&gt;Measure again&lt;/a&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured when the blocks are made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undefined: no value is finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimate for %1; all of them follow at rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 − %2 = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; s² / 12 = %2² / 12 = %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::MockView</name>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mock interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 questions in %2 minutes, out of all decks, more of them on what you know least. Answer aloud or in writing; you mark yourself afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary of the mock interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was marked yet: all topics are as likely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weakest so far: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marking %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>question %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mock interview</source>
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
    <message>
        <source>%1 trained × 4 × 4 bytes = %2; %3 × 4 bytes = %4 in FP32; stored %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ModelDiagram</name>
    <message>
        <source>The model as a block diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no layer is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fake-quantize node: the input of %1 is rounded to %2 bits and read back, so that what follows sees the rounding. Click for the layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fake-quantize node, off: the input of %1 stays in FP32. Click for the layer and its bits.</source>
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
    <message>
        <source>Remarks of the reader</source>
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
    <message>
        <source>Measuring the tensors</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ModelScan</name>
    <message>
        <source>Scanning the model</source>
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
        <source>These weights learned “%1”: on “%2” far fewer answers are right when the run begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These weights learned “%1”, and quantizing teaches nothing: on “%2” far fewer answers will be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shipped sample knows other characters than a text of your own. Train it in full first: adapters and quantizing can start from that run.</source>
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
    <message>
        <source>Why these 16 levels: the weights of a trained layer lie about as a normal distribution, so each code shall stand for an equal share of one. One code is an exact zero, which padding and pruned weights need; dividing by the largest puts the ends at −1 and 1.</source>
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
    <message>
        <source>This number is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than %1 is wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less than %1 is wanted.</source>
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
    <message>
        <source>No remedy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format as it is: it has no scale or range to choose.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::OwnDecks</name>
    <message>
        <source>Reading your decks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) or sound(s) were left out: cards hold text alone.</source>
        <translation>
            <numerusform>%n picture or sound was left out: cards hold text alone.</numerusform>
            <numerusform>%n pictures or sounds were left out: cards hold text alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) were imported.</source>
        <translation>
            <numerusform>%n card was imported.</numerusform>
            <numerusform>%n cards were imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) without a front were left out.</source>
        <translation>
            <numerusform>%n note without a front was left out.</numerusform>
            <numerusform>%n notes without a front were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) had been here before and keep their history.</source>
        <translation>
            <numerusform>%n card had been here before and keeps its history.</numerusform>
            <numerusform>%n cards had been here before and keep their history.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::PairDetail</name>
    <message>
        <source>SQNR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of the tensor in both files, and their differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B − A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its values in both files stand here over each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in B %1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading a pair of tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes that a value got</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 log₁₀(%1 / %2) = %3 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>√(%1 / %2) = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No value of A lies near %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Codes that %1 got in %2 (%3): %n, by the scale that each stands under</source>
        <translation>
            <numerusform>Codes that %1 got in %2 (%3): %n, by the scale that each stands under</numerusform>
            <numerusform>Codes that %1 got in %2 (%3): %n, by the scale that each stands under</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 values of A lie within half a bin of it, of %2 that were looked at. Click the histogram for another value.</source>
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
        <source>A: %1 · B: %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::PairTableModel</name>
    <message>
        <source>equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in A, %2 in B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tensor, as A calls it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits A / B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQNR, dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rel. error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error by channel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::Palette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open or run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change a setting here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::PaletteModel</name>
    <message>
        <source>Used last</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is called so</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::PartsCard</name>
    <message>
        <source>%1, part by part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part by part</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::PartsList</name>
    <message>
        <source>The estimate part by part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::PlanCard</name>
    <message>
        <source>Next %1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days ahead or behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New cards a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 of %3 lines)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weakest: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) fall due in the next %1 days</source>
        <translation>
            <numerusform>%n card falls due in the next %1 days</numerusform>
            <numerusform>%n cards fall due in the next %1 days</numerusform>
        </translation>
    </message>
    <message>
        <source>−%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was answered in the last %1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) in the last %1 days, %2 of them remembered</source>
        <translation>
            <numerusform>%n answer in the last %1 days, %2 of them remembered</numerusform>
            <numerusform>%n answers in the last %1 days, %2 of them remembered</numerusform>
        </translation>
    </message>
    <message>
        <source>Chance to remember when a card is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A card comes back when the chance to remember it has fallen to this: 0.9 is usual; more means more answers a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember, when due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards that fall due, by day; dark: today, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers by day; dark: remembered; today: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remembered</source>
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
    <message>
        <source>quantized as it stands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::PrintingBar</name>
    <message>
        <source>Pages of the handout that are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the handout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The handout is in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing the pages of the handout: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::Progress</name>
    <message>
        <source>Opening your progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of your progress could not be read. It was moved to %1, and the copy in %2 took its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of your progress could not be read. It was moved to %1, and a new one was begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of your progress was empty. The copy in %1 took its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading your progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping your answers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::QuestionCard</name>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as you would say it. What you write is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time spent on this card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Right: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ It is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no number. It is %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::QuestionView</name>
    <message>
        <source>Show me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put these in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it on the page, then check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or press R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or press Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::Rail</name>
    <message>
        <source>%1 due</source>
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
        <source>%1: drag it along the axis, or use the arrow keys. Double-click or Enter to type a value.</source>
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
        <source>Saved as %1.</source>
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
    <name>zeropoint::ui::RooflinePlot</name>
    <message>
        <source>Speed of matrix products against their reuse of bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure this machine, about 30 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operations per byte read and written (log)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory %1 GB/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ceiling %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of matrix products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operations a byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operations a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, batch %2: %3 operations a byte, %4 GOP/s, %5 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 of the ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Unsteady: the runs differ by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ceiling %2 GOP/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n thread(s) · matrices of %2 by %3 · measured %4</source>
        <translation>
            <numerusform>%1 · %n thread · matrices of %2 by %3 · measured %4</numerusform>
            <numerusform>%1 · %n threads · matrices of %2 by %3 · measured %4</numerusform>
        </translation>
    </message>
    <message>
        <source>batch 1 to %1: one token for each user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch %1 and more: tokens together</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::RooflineStudy</name>
    <message>
        <source>Measuring this machine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::RooflineView</name>
    <message>
        <source>Speed against reuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times of FP32, and how much faster the others are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ceilings, measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new point takes the place of the old one. Leave other programs alone for half a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points that are measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer of 4096 × 11 008, as in Llama 2 7B: too large for the caches of most machines in every format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FP32, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, faster by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was measured yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
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
    <name>zeropoint::ui::RubricCard</name>
    <message>
        <source>Rubric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card has no rubric: compare with the model answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens with the answer: what a good one holds, to tick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
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
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy, %</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>%1; figures of step %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::RunsCard</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs appear here. Start your first one, or a ready story.</source>
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
        <source>%1 normal weights come back with SQNR %2 dB.</source>
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
    <name>zeropoint::ui::ScanTableModel</name>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest magnitude over the standard deviation: sort by it to rank outliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak / σ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2, dB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::ScanView</name>
    <message>
        <source>Weights under each setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQNR by weight and setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brighter is better. A click opens the weight in Calibrate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQNR of every weight under every setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model to see every weight of it under the settings of the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model or the settings have changed since it was scanned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every weight of %1 under the settings of the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight, in the file&apos;s order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So far: %1 of %2 weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 dB, %3 bits, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every weight becomes a column here when the model is scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One weight</source>
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
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a rectangle to look closer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a rectangle in the chart, or press +, to look closer; this button, a double click or Escape shows all runs again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs appear here as they finish. Run an experiment to begin, or look at one that came with the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filled: no other run is both smaller and more accurate; hollow: another is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bars: 95 % interval over a run&apos;s %1 to %2 seeds and the test items</source>
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
    <message>
        <source>Blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale rule</source>
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
        <source>Overflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inf, NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values share a scale: %2 bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From, to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the power of two that a block shares is chosen: by the exponent of its largest value, so that nothing is clipped, or to the nearest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block format</source>
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
        <source>The axis whose places are the channels; negative ones count from the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values beyond the largest level become infinite, or NaN without an infinity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values beyond the largest level become the largest level.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::SchemeEditor</name>
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
        <source>Percentile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-quantized</source>
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
        <source>Scales in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only integer formats have a zero point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A block format chooses its scales itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plain cast has no scale</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::SchemeMore</name>
    <message>
        <source>without the lowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p of the mean |x − x′|^p that the range keeps small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deviations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many standard deviations around the mean the range keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conventions of other libraries, the range of codes, how scales are stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose arithmetic is followed to the code: how scale and zero point are found and how values are rounded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symmetric codes without the most negative one: −127 to 127 of eight bits, the same on both sides of zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How each scale itself is stored; it is rounded to that before any code is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales a block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many scales share a scale of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed rounds the same values up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Powers of two (E8M0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubly quantized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less ▴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer settings of the scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More settings of the scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This convention leaves out the lowest code of symmetric weights</source>
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
    <message>
        <source>To ship within %1 KB: %2, %3 of the test right at %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on %1 validation sequences; FP32 gets %2 of them right (95 % interval %3 to %4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 suffers most at %2 bits: one bit more for it costs %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes of one bit more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train this mix (QAT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds a run: quantization-aware training with these bits for each layer, with the experiment&apos;s settings and first seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. No run here has weights: this is the shipped sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on %1 validation sequences of the shipped sample; FP32 gets %2 of them right (95 % interval %3 to %4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained through these bits: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::Session</name>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pasted settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::SettingPlot</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::SettingStudies</name>
    <message>
        <source>Comparing settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::SettingsView</name>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At equal bits per weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only settings within a quarter bit of the chosen column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear shows where most values lie, the log count all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after dequantizing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative error by channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSE of the channel divided by its RMS. Brighter is worse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative error of every channel under every setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n at other bits</source>
        <translation>
            <numerusform>%n at other bits</numerusform>
            <numerusform>%n at other bits</numerusform>
        </translation>
    </message>
    <message>
        <source>Measuring was stopped. It starts again when the page is shown again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: SQNR %3 dB, largest error %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>errors, log count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NaN or infinite, left out</source>
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
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file is open. Drop weights here (safetensors, GGUF, PyTorch, ONNX, .npy, .npz or text), or open a file: the histogram follows at once.</source>
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
        <source>Sums, architecture and metadata of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model whose weights lie in several files of one folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1 again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outliers: the largest value over the RMS. Error: as INT8 with one scale over the full range. Of a large tensor a sample says about (≈) what they are until all of its values are measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
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
    <name>zeropoint::ui::StartAgain</name>
    <message>
        <source>Everything is drawn at %1 % from the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens again with everything that is shown now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::StepBar</name>
    <message>
        <source>Step %1 of %2</source>
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
    <message>
        <source>How many values have each stored code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In block 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the code stands for in the first group or block; others have scales of their own. A dash: no value there has the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the values with each code, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value in block 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These codes are not listed one by one. What they stand for is shown above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the code stands for.</source>
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
    <message>
        <source>Back to the value (Home); click first, then the wheel zooms; dragging pans</source>
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
    <name>zeropoint::ui::StoryList</name>
    <message>
        <source>PTQ against QAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the observer does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LoRA, QLoRA and full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same weights at 8, 4, 3 and 2 bits, quantized afterwards and trained through the rounding: why PTQ is easy, and where it breaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs of 4 bits whose range is the extremes, a percentile, or the one of the least squared error or divergence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model of one task learns another: with all of its weights, with adapters, and with adapters beside weights in NF4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range of 4-bit inputs from one sequence and from many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 runs start from the shipped sample and are about “%2”, seed %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those that train take %1 steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready stories: each queues several runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timing it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 It takes %2 on this machine: an estimate from a few of its own steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
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
    <message>
        <source>mean %1, deviation %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2 = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the values reach from %1 to %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise / signal = %1; 10 log₁₀ of its inverse = %2 dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only integers have a zero point: these figures are of 8-bit ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A zero point leaves %1 of the codes unused too: its range must reach zero.</source>
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
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture or table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1.</source>
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
    <message>
        <source>%1 · not read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest value %1 times the RMS, in a sample</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::TermTips</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more is said of it. The key ? lists all keys.</source>
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
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zeropoint::ui::TradeOff</name>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a run first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store keeps its weights, not its grids: the Train page saves the codes of a QAT run that ran there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its weights are not quantized as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run that it quantized is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came with the program, without its weights</source>
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
    <message>
        <source>trained: %1 of %2 parameters; the optimizer keeps %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits of a weight&apos;s code; from fewest to most where layers differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many weights share a scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repetitions with other random numbers; accuracy is their mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes, scales, zero points and everything that stays in high precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of the FP32 run, divided by this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size in bits, divided by the parameters of the base model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the test part, with the bounds of its 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters that the run trained, adapters and learned scales included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the optimizer keeps for them while it trains: its moments, in FP32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of accuracy that the run won or lost on the task that its base had learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the task of the base: %1 before, %2 after (mean over the seeds)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of accuracy more or less than the FP32 run of the same seeds</source>
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
        <source>Run an experiment</source>
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
        <source>Export the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
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
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy against size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the quantized model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints (*.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What else can be done with the chosen run</source>
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
    <message numerus="yes">
        <source>%n run(s); on the Pareto front by size: %1</source>
        <translation>
            <numerusform>%n run; on the Pareto front by size: %1</numerusform>
            <numerusform>%n runs; on the Pareto front by size: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>accuracy, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size of the linear layers, KB (log)</source>
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
    <message>
        <source>Save the quantized model</source>
        <translation type="unfinished"></translation>
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
        <source>Measuring the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run that the session looks at was not kept. Runs that are added to the trade-off are found again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be shown: its run was not kept. Runs that are added to the trade-off are found again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is written: %2 bytes.</source>
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
        <source>Sample value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value that goes through the formula: type any, or drag the diamond in the histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x =</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked example of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 comes back as %2, error %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>underflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n bit(s)</source>
        <translation>
            <numerusform>%n bit</numerusform>
            <numerusform>%n bits</numerusform>
        </translation>
    </message>
    <message>
        <source>no value is finite: s = </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stands in</source>
        <comment>a scale</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: q = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked example of block %1, %2 values</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
