namespace TypedTensors.Ops.Tests.Conformance.NodeTests;

/// <summary>An axis of an image that ONNX resizes, and the weights of its elements, as the operator's attributes have them.</summary>
sealed record OnnxResizedAxis(OnnxCall Call, int Axis, int From, int To, double Scale, double Start, double End)
{
    /// <summary>Whether the lengths are in the ratio of the scale, so that it makes no difference which of them places are computed with.</summary>
    public bool IsExact => Math.Abs((From * Scale) - To) < 1e-4;

    string Mode => Call.Text("mode", "nearest");

    /// <summary>All axes that change, or are cropped.</summary>
    public static IReadOnlyList<OnnxResizedAxis> Of(OnnxCall call, Tensor x)
    {
        nint[] axes = [.. (call.List("axes") ?? [.. Enumerable.Range(0, x.Rank).Select(axis => (nint)axis)]).Select(axis => axis < 0 ? axis + x.Rank : axis)];
        double[] sizes = [.. axes.Select(axis => (double)x.Shape[(int)axis])];
        double[] scales = call.Has(2) && call.Inputs[2]!.Length > 0 ? [.. call.Get<float>(2).ToArray().Select(scale => (double)scale)] : [.. call.Integers(3).Select((size, i) => size / sizes[i])];
        int[] lengths = call.Has(3) ? [.. call.Integers(3).Select(size => (int)size)] : [.. scales.Select((scale, i) => (int)Math.Floor(sizes[i] * scale))];
        string policy = call.Text("keep_aspect_ratio_policy", "stretch");
        if (policy != "stretch")
        {
            double scale = policy == "not_larger" ? scales.Min() : scales.Max();
            scales = [.. scales.Select(_ => scale)];
            lengths = [.. sizes.Select(size => (int)Math.Floor((size * scale) + 0.5))];
        }

        float[]? crop = call.Has(1) && call.Inputs[1]!.Length > 0 ? call.Get<float>(1).ToArray() : null;
        return
        [
            .. Enumerable.Range(0, axes.Length)
                .Where(i => lengths[i] != (int)sizes[i] || scales[i] != 1 || crop is not null)
                .Select(i => new OnnxResizedAxis(call, (int)axes[i], (int)sizes[i], lengths[i], scales[i], crop?[i] ?? 0, crop?[axes.Length + i] ?? 1)),
        ];
    }

    /// <summary>What is put in place of an element outside of the crop.</summary>
    public double Outside(int to) => IsOutside(to) ? Call.Number("extrapolation_value", 0) : 0;

    /// <summary>The weight of an element in an element of the result.</summary>
    public double Weight(int from, int to)
    {
        if (IsOutside(to))
        {
            return 0;
        }

        double place = Place(to);
        if (Mode == "nearest")
        {
            return Math.Clamp((int)Nearest(place), 0, From - 1) == from ? 1 : 0;
        }

        // A longer kernel where the image shrinks, so that every element counts; beyond the border its elements go on, unless they are excluded.
        double stretch = Call.Flag("antialias") ? Math.Min(Scale, 1) : 1, reach = Math.Ceiling((Mode == "cubic" ? 2 : 1) / stretch);
        bool excludes = Call.Flag("exclude_outside");
        double weight = 0, total = 0;
        for (int tap = (int)(Math.Floor(place) - reach); tap <= Math.Floor(place) + reach + 1; tap++)
        {
            double share = Kernel((tap - place) * stretch);
            bool isInside = tap >= 0 && tap < From;
            total += isInside || !excludes ? share : 0;
            weight += (excludes ? tap : Math.Clamp(tap, 0, From - 1)) == from ? share : 0;
        }

        return weight / total;
    }

    bool IsOutside(int to) => Call.Text("coordinate_transformation_mode") == "tf_crop_and_resize" && Place(to) is var place && (place < 0 || place > From - 1);

    double Place(int to)
    {
        double length = Scale * From;
        return Call.Text("coordinate_transformation_mode", "half_pixel") switch
        {
            "align_corners" => To == 1 ? 0 : to * (From - 1.0) / (length - 1),
            "asymmetric" => to / Scale,
            "pytorch_half_pixel" => To == 1 ? 0 : ((to + 0.5) / Scale) - 0.5,
            "tf_crop_and_resize" => To == 1 ? 0.5 * (Start + End) * (From - 1) : (Start * (From - 1)) + (to * (End - Start) * (From - 1) / (To - 1)),
            "half_pixel_symmetric" => (From / 2.0 * (1 - (To / length))) + ((to + 0.5) / Scale) - 0.5,
            _ => ((to + 0.5) / Scale) - 0.5,
        };
    }

    double Nearest(double place) => Call.Text("nearest_mode", "round_prefer_floor") switch
    {
        "floor" => Math.Floor(place),
        "ceil" => Math.Ceiling(place),
        "round_prefer_ceil" => Math.Floor(place + 0.5),
        _ => Math.Ceiling(place - 0.5),
    };

    double Kernel(double distance)
    {
        double x = Math.Abs(distance), a = Call.Number("cubic_coeff_a", -0.75);
        return Mode == "linear" ? Math.Max(1 - x, 0)
            : x <= 1 ? ((((a + 2) * x) - (a + 3)) * x * x) + 1
            : x < 2 ? ((((((a * x) - (5 * a)) * x) + (8 * a)) * x) - (4 * a))
            : 0;
    }
}
