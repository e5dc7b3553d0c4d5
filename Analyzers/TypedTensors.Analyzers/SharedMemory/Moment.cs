using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.SharedMemory.Flow;

namespace TypedTensors.Analyzers.SharedMemory;

/// <summary>A step of a body, on one of the ways that lead to it.</summary>
/// <param name="Analysis">What is known of the body.</param>
/// <param name="Body">The body.</param>
/// <param name="Place">The place.</param>
/// <param name="Index">Which of the place's steps it is.</param>
/// <param name="State">What is known before it.</param>
/// <param name="Live">The handles whose elements are read after it.</param>
sealed record Moment(SharingAnalysis Analysis, Body Body, Place Place, int Index, FlowState State, Bits Live)
{
    /// <summary>The step.</summary>
    public Step Step => Place.Steps[Index];

    /// <summary>The nodes that an expression may lead to before the step.</summary>
    public IEnumerable<Node> Reached(Value value) => Analysis.Reached(value, State);

    /// <summary>The handles that the user has named, other than some, that are read after the step.</summary>
    public IEnumerable<Handle> ReadLater(IEnumerable<Handle> without) => Analysis.Handles.All.Where(handle => handle.IsNamed && !handle.IsUnstable && Live.Contains(handle.Id) && !without.Contains(handle));

    /// <summary>The place where a handle is read next.</summary>
    /// <returns>The place, or null where it is not read.</returns>
    public SyntaxNode? NextRead(Handle handle) =>
        Next(handle, step => step switch { ReadStep read => read.Value, BackwardStep backward => backward.Value, WriteStep { IsStore: false } write => write.Value, _ => Value.None });

    /// <summary>The place where a handle is looked at next, be it to return it; to change it is not to look at it.</summary>
    /// <returns>The place, or null where nobody looks at it any more.</returns>
    public SyntaxNode? NextLook(Handle handle) => Next(handle, step => step switch { ReadStep read => read.Value, BackwardStep backward => backward.Value, EscapeStep escape => escape.Value, _ => Value.None });

    /// <summary>The place where gradients of a handle are computed next.</summary>
    /// <returns>The place, or null where they are not.</returns>
    public SyntaxNode? NextBackward(Handle handle) => Next(handle, step => step is BackwardStep backward ? backward.Value : Value.None);

    SyntaxNode? Next(Handle handle, Func<Step, Value> use)
    {
        var open = new Queue<(Place Place, int Index, Bits Followed)>();
        var seen = new Dictionary<Place, Bits>();
        open.Enqueue((Place, Index + 1, handle.Whole));
        while (open.Count > 0)
        {
            (Place place, int index, Bits followed) = open.Dequeue();
            for (; index < place.Steps.Length && !followed.IsEmpty; index++)
            {
                if (use(place.Steps[index]).Handles.Any(used => !(used.Whole & followed).IsEmpty))
                {
                    return place.Steps[index].Syntax;
                }

                followed = After(place.Steps[index], followed);
            }

            if (followed.IsEmpty)
            {
                continue;
            }

            foreach ((Place next, _) in place.Next)
            {
                Bits before = seen.TryGetValue(next, out Bits known) ? known : default;
                if (!followed.Except(before).IsEmpty)
                {
                    seen[next] = before | followed;
                    open.Enqueue((next, 0, followed));
                }
            }
        }

        return null;
    }

    // What a handle was handed on to is read in its place.
    static Bits After(Step step, Bits followed)
    {
        switch (step)
        {
            case AssignStep assign:
                bool hands = assign.Value.Handles.Any(handle => !(handle.Whole & followed).IsEmpty);
                followed = assign.Adds ? followed : followed.Except(assign.Target.Whole);
                return hands ? followed | Bits.Of(assign.Target.Id) : followed;
            case WriteStep { IsStore: true, IsElement: false, Value.Single: { } overwritten }:
                return followed.Except(overwritten.Whole);
            default:
                return followed;
        }
    }
}
