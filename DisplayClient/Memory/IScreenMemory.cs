namespace DisplayClient.Memory;

/// <summary>What a screen keeps when its page is loaded anew, and through a power cut. Never throws: a screen without it works, it only forgets.</summary>
public interface IScreenMemory
{
    /// <summary>Null when there is nothing.</summary>
    string? Read(string key);

    void Write(string key, string value);
}
