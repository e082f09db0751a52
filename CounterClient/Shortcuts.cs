namespace CounterClient;

/// <summary>
/// The keys of the desk. The steps of a visit have function keys of their own (one hand, no modifier), everything rarer Alt and a letter;
/// each step another key, so that a key held or struck twice never takes the step after it. Keys are places on the keyboard
/// (<c>KeyboardEvent.code</c>): they work whatever the input language is. The silent alarm has the last key of the row, which the hand finds without the eyes
/// and no other step has a neighbour of; input methods leave it alone, and browsers give it to the page first.
/// </summary>
public static class Shortcuts
{
    private static readonly Dictionary<DeskAction, Shortcut> ByAction = new()
    {
        [DeskAction.CallNext] = new("F2", "F2"),
        [DeskAction.Start] = new("F4", "F4"),
        [DeskAction.Complete] = new("F8", "F8"),
        [DeskAction.Recall] = new("F9", "F9"),
        [DeskAction.NoShow] = Alt('N'),
        [DeskAction.Park] = Alt('P'),
        [DeskAction.Transfer] = Alt('T'),
        [DeskAction.Requeue] = Alt('B'),
        [DeskAction.Cancel] = Alt('C'),
        [DeskAction.Pause] = Alt('U'),
        [DeskAction.Open] = Alt('O'),
        [DeskAction.Close] = Alt('L'),
        [DeskAction.SetServices] = Alt('S'),
        [DeskAction.SetJourney] = Alt('J'),
        [DeskAction.Undo] = Alt('Z'),
        [DeskAction.Warn] = Alt('R'),
        [DeskAction.EndVisit] = Alt('X'),
    };

    /// <summary>The silent alarm; it is heard everywhere, also in fields and dialogs, with whatever else is held down.</summary>
    public static Shortcut Alarm { get; } = new("F12", "F12");

    /// <summary>Leaves the counter at once.</summary>
    public static Shortcut StepAway { get; } = Alt('G');

    /// <summary>Writes down what has happened.</summary>
    public static Shortcut Record { get; } = Alt('M');

    /// <summary>Prints the form; no step of a visit, so it is possible at any of them.</summary>
    public static Shortcut Print { get; } = Alt('I');

    /// <summary>Shows who is next before anybody is called.</summary>
    public static Shortcut Preview { get; } = new("F3", "F3");

    /// <summary>The other ways to complete.</summary>
    public static Shortcut Ending { get; } = new("F7", "F7");

    /// <summary>Issues a ticket to somebody without a phone.</summary>
    public static Shortcut Issue { get; } = Alt('A');

    /// <summary>Leads to the list of those who wait.</summary>
    public static Shortcut Lists { get; } = Alt('W');

    /// <summary>Every key with its action, in the order of a visit.</summary>
    public static IEnumerable<(DeskAction Action, Shortcut Shortcut)> All => ByAction.Select(pair => (pair.Key, pair.Value));

    /// <summary>All chords the page listens for, the alarm's apart.</summary>
    public static IReadOnlyList<string> Chords { get; } =
        [.. ByAction.Values.Concat([Print, Preview, Ending, Issue, Lists, StepAway, Record]).Select(shortcut => shortcut.Chord)];

    /// <summary>The key of an action at the counter; null when it has none.</summary>
    public static Shortcut? Of(DeskAction action) => ByAction.GetValueOrDefault(action);

    /// <summary>The action of a chord; null for any other.</summary>
    public static DeskAction? For(string chord)
    {
        foreach (var (action, shortcut) in ByAction)
        {
            if (shortcut.Chord == chord)
            {
                return action;
            }
        }

        return null;
    }

    private static Shortcut Alt(char letter) => new($"Alt+Key{letter}", $"Alt+{letter}");
}

/// <summary>A key: as the page reports it, and as it is written on a button (also <c>aria-keyshortcuts</c>).</summary>
public sealed record Shortcut(string Chord, string Label);
