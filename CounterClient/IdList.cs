using System.Collections;

namespace CounterClient;

/// <summary>Ids in order, equal when they are the same: orders are compared, and a plain list equals only itself.</summary>
public sealed class IdList(IEnumerable<string> ids) : IReadOnlyList<string>, IEquatable<IdList>
{
    private readonly string[] _ids = [.. ids];

    public int Count => _ids.Length;

    public string this[int index] => _ids[index];

    public IEnumerator<string> GetEnumerator() => _ids.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(IdList? other) => other is not null && _ids.AsSpan().SequenceEqual(other._ids);

    public override bool Equals(object? obj) => Equals(obj as IdList);

    public override int GetHashCode() => string.Join(' ', _ids).GetHashCode(StringComparison.Ordinal);
}
