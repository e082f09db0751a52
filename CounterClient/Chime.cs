namespace CounterClient;

/// <summary>When the clerk is told by a sound: somebody waits, nobody did, and the counter is free. Once per change.</summary>
public sealed class Chime
{
    private int? _waiting;

    /// <summary>True when the desk as it is now is worth a sound.</summary>
    public bool Hears(Desk desk)
    {
        var before = _waiting;
        _waiting = desk.WaitingHere;
        return before == 0 && desk.WaitingHere > 0 && desk.Stage == DeskStage.Idle;
    }
}
