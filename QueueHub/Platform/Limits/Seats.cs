namespace QueueHub.Platform.Limits;

/// <summary>Counts who is there, in all and by key, and lets in no more than the limits. A key that nobody holds any more is forgotten.</summary>
internal sealed class Seats(int limit)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>How many are there.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Keys that somebody holds.</summary>
    public int Keys
    {
        get
        {
            lock (_gate)
            {
                return _byKey.Count;
            }
        }
    }

    /// <summary>Takes a seat, counted under each key; false, and nothing taken, when a limit is reached.</summary>
    public bool TryTake(params IReadOnlyList<(string Key, int Limit)> keys)
    {
        lock (_gate)
        {
            if (_count >= limit || keys.Any(key => _byKey.GetValueOrDefault(key.Key) >= key.Limit))
            {
                return false;
            }

            _count++;
            foreach (var (key, _) in keys)
            {
                _byKey[key] = _byKey.GetValueOrDefault(key) + 1;
            }

            return true;
        }
    }

    /// <summary>Gives back what <see cref="TryTake"/> has taken with the same keys.</summary>
    public void Leave(params IReadOnlyList<(string Key, int Limit)> keys)
    {
        lock (_gate)
        {
            _count--;
            foreach (var (key, _) in keys)
            {
                if (--_byKey[key] == 0)
                {
                    _byKey.Remove(key);
                }
            }
        }
    }
}
