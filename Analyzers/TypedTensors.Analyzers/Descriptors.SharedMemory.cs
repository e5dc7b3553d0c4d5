using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers;

/// <summary>TT2xxx: memory that is shared without anyone seeing it. The share site is the first additional location of each report.</summary>
public static partial class Descriptors
{
    const string SharedMemory = "TypedTensors.SharedMemory";

    /// <summary>Memory is written while a view of it is read later. Arguments: what is written, the view, the line of sharing, the line of reading.</summary>
    public static readonly DiagnosticDescriptor OwnerWritten = new(
        "TT2001",
        "Memory is written while a view of it is read later",
        "Writing '{0}' also changes '{1}', which shares its memory since line {2} and is read in line {3}; copy in line {2}, or write after the last read",
        SharedMemory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TT2001.md");

    /// <summary>A view is written while its owner or another view is read later. Arguments: the view, what else changes, the line of sharing, the line of reading.</summary>
    public static readonly DiagnosticDescriptor ViewWritten = new(
        "TT2002",
        "A view is written while its owner or another view is read later",
        "Writing the view '{0}' also changes '{1}', which shares its memory since line {2} and is read in line {3}; write to a copy, made in line {2}",
        SharedMemory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TT2002.md");

    /// <summary>An in-place operation reads its own destination in another layout. Arguments: the destination, what is read, the line of sharing.</summary>
    public static readonly DiagnosticDescriptor OverlappingOperands = new(
        "TT2003",
        "An in-place operation reads its destination in another layout",
        "'{0}' is written while '{1}', the same memory in another layout since line {2}, is still being read, so that elements change before they are read; compute out of place, or read a copy of '{1}'",
        SharedMemory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TT2003.md");

    /// <summary>A view is used after its memory was given back. Arguments: the view, whose memory it is, the line of sharing, the line of giving back.</summary>
    public static readonly DiagnosticDescriptor ViewOutlivesMemory = new(
        "TT2004",
        "A view outlives the memory that it sees",
        "'{0}' shares the memory of '{1}' since line {2}, which is given back in line {3} and may then hold someone else's values; copy before, or give it back after the last use",
        SharedMemory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TT2004.md");

    /// <summary>A compound assignment changes a tensor that has two names. Arguments: the target, its other name, the line of sharing, the line of reading, the operator without its equals sign.</summary>
    public static readonly DiagnosticDescriptor InPlaceAlias = new(
        "TT2005",
        "A compound assignment changes a tensor under its other name",
        "'{0} {4}= ...' writes in place and also changes '{1}', which is the same tensor since line {2} and is read in line {3}; write '{0} = {0} {4} ...' for a new one, or copy in line {2}",
        SharedMemory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TT2005.md");

    /// <summary>A view leaves the method. Arguments: the view, whose memory it is, the line of sharing, how it leaves ("is stored in 'field'", "is captured by a lambda", "is returned").</summary>
    public static readonly DiagnosticDescriptor ViewEscapes = new(
        "TT2006",
        "A view leaves the method that made it",
        "'{0}' shares the memory of '{1}' since line {2} and {3}, where nothing says so; say it with an attribute ([SharesMemory] or [return: ViewOf]), or copy",
        SharedMemory,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TT2006.md");

    /// <summary>Memory that a gradient needs is written before it is computed. Arguments: what is written, the tensor, the line of sharing, the line of the backward pass.</summary>
    public static readonly DiagnosticDescriptor GradientInputWritten = new(
        "TT2007",
        "Memory that a gradient needs is written before the backward pass",
        "Writing '{0}' also changes '{1}', which shares its memory since line {2} and whose values the gradient in line {3} needs: it is then wrong without an error; copy in line {2}, or write after line {3}",
        SharedMemory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TT2007.md");

    /// <summary>Every place where memory comes to be shared, for audits. Arguments: what sees the memory, whose it is.</summary>
    public static readonly DiagnosticDescriptor ShareSite = new(
        "TT2010",
        "Memory is shared here",
        "'{0}' shares the memory of '{1}': a write to either changes both",
        SharedMemory,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        helpLinkUri: Pages + "TT2010.md");

    /// <summary>A line of a sharing file cannot be understood. Arguments: the line, what is wrong with it and what to write.</summary>
    public static readonly DiagnosticDescriptor FaultySharingLine = new(
        "TT2011",
        "A line of a sharing file cannot be understood",
        "'{0}' is left out, and nothing is known of what it speaks of: {1}",
        SharedMemory,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "TT2011.md");
}
