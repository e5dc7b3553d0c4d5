namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>Networks that go through a sequence step by step, with ONNX's order of gates; forwards, as all cases are.</summary>
static class OnnxRecurrence
{
    public static Tensor?[] RNN(OnnxCall call) => Through(call, 1, (x, state) => (x[0].Add(state.Recurrent(0, state.Hidden)).TanhInPlace(), null));

    public static Tensor?[] GRU(OnnxCall call) => Through(call, 3, (x, state) =>
    {
        Tensor<float, Cpu> update = x[0].Add(state.Recurrent(0, state.Hidden)).SigmoidInPlace(), reset = x[1].Add(state.Recurrent(1, state.Hidden)).SigmoidInPlace();
        Tensor<float, Cpu> candidate = x[2].Add(state.Recurrent(2, reset * state.Hidden)).TanhInPlace();
        return (((1f - update) * candidate) + (update * state.Hidden), null);
    });

    public static Tensor?[] LSTM(OnnxCall call) => Through(call, 4, (x, state) =>
    {
        Tensor<float, Cpu> cell = state.Cell!;
        Tensor<float, Cpu> input = x[0].Add(state.Recurrent(0, state.Hidden)).AddInPlace(state.Peephole(0) * cell).SigmoidInPlace();
        Tensor<float, Cpu> forget = x[2].Add(state.Recurrent(2, state.Hidden)).AddInPlace(state.Peephole(2) * cell).SigmoidInPlace();
        cell = (forget * cell) + (input * x[3].Add(state.Recurrent(3, state.Hidden)).TanhInPlace());
        Tensor<float, Cpu> output = x[1].Add(state.Recurrent(1, state.Hidden)).AddInPlace(state.Peephole(1) * cell).SigmoidInPlace();
        return (output * cell.Tanh(), cell);
    });

    /// <summary>What a step finds.</summary>
    /// <param name="Hidden">The hidden state.</param>
    /// <param name="Cell">The state of the cells.</param>
    /// <param name="Weights">The recurrent weights of each gate.</param>
    /// <param name="Biases">Their biases.</param>
    /// <param name="Peepholes">What each gate sees of the cells; null for nothing.</param>
    sealed record State(Tensor<float, Cpu> Hidden, Tensor<float, Cpu>? Cell, Tensor<float, Cpu>[] Weights, Tensor<float, Cpu>[] Biases, Tensor<float, Cpu>[]? Peepholes)
    {
        public Tensor<float, Cpu> Recurrent(int gate, Tensor<float, Cpu> hidden) => hidden.MatMul(Weights[gate].Transpose()).AddInPlace(Biases[gate]);

        public Tensor<float, Cpu> Peephole(int gate) => Peepholes is null ? Tensor<float, Cpu>.Scalar(0) : Peepholes[gate];
    }

    delegate (Tensor<float, Cpu> Hidden, Tensor<float, Cpu>? Cell) Step(Tensor<float, Cpu>[] x, State state);

    static Tensor?[] Through(OnnxCall call, int gates, Step step)
    {
        bool isBatchFirst = call.Flag("layout");
        Tensor<float, Cpu> x = isBatchFirst ? call.Get<float>(0).Transpose(0, 1) : call.Get<float>(0);
        nint hidden = call.Integer("hidden_size"), batch = x.Shape[1];
        Tensor<float, Cpu> biases = call.Has(3) ? call.Get<float>(3) : Tensor<float, Cpu>.Zeros(1, 2 * gates * hidden);
        Tensor<float, Cpu>[] weights = call.Get<float>(1).Squeeze(0).Chunk(gates, 0), bias = biases.Squeeze(0).Chunk(2 * gates, 0);
        Tensor<float, Cpu> none = Tensor<float, Cpu>.Zeros(batch, hidden);
        var state = new State(
            call.Has(5) ? call.Get<float>(5).Squeeze(0) : none,
            call.Has(6) ? call.Get<float>(6).Squeeze(0) : none,
            call.Get<float>(2).Squeeze(0).Chunk(gates, 0),
            bias[gates..],
            call.Has(7) ? call.Get<float>(7).Squeeze(0).Chunk(3, 0) : null);
        var all = new List<Tensor<float, Cpu>>();
        for (nint time = 0; time < x.Shape[0]; time++)
        {
            Tensor<float, Cpu>[] inputs = [.. weights.Select((weight, gate) => x[time, Tensor.Ellipsis].MatMul(weight.Transpose()).AddInPlace(bias[gate]))];
            (Tensor<float, Cpu> next, Tensor<float, Cpu>? cell) = step(inputs, state);
            state = state with { Hidden = next, Cell = cell };
            all.Add(next.Unsqueeze(0));
        }

        // One direction: an axis of one.
        Tensor<float, Cpu> results = Tensor.Stack<float, Cpu>([.. all]), last = state.Hidden.Unsqueeze(0);
        return isBatchFirst ? [results.Permute(2, 0, 1, 3), last.Transpose(0, 1)] : [results, last];
    }
}
