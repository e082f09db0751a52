using DisplayClient.Memory;

namespace QueueHub.UnitTests.Display;

/// <summary>A browser's storage that outlives its page.</summary>
internal sealed class FakeMemory : IScreenMemory
{
    public Dictionary<string, string> Kept { get; } = [];

    public string? Read(string key) => Kept.GetValueOrDefault(key);

    public void Write(string key, string value) => Kept[key] = value;
}
