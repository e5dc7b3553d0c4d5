namespace ShareOrCopy;

/// <summary>Tells one conversion: writes on one side, looks at the other, and says what came of it.</summary>
internal static class Story
{
    /// <summary>Runs a conversion of 1, 2, 3, 4 and prints who saw whose write.</summary>
    public static void Tell(string elsewhere, string here, Func<Outcome> convert)
    {
        Outcome outcome = convert();
        outcome.WriteSource();
        bool tensorSaw = outcome.ReadTensor() == 10;
        outcome.WriteTensor();
        bool sourceSaw = outcome.ReadSource() == 40;
        Console.WriteLine(elsewhere);
        Console.WriteLine($"    {here}");
        Console.WriteLine($"    {(tensorSaw && sourceSaw ? "shares" : "copies")}: a write to the source {Seen(tensorSaw)} in the tensor, a write to the tensor {Seen(sourceSaw)} in the source; dtype {outcome.Dtype}");
    }

    private static string Seen(bool seen) => seen ? "is seen" : "is not seen";
}
