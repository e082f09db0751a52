using System.Text.Json;

namespace CounterClient;

/// <summary>What is being asked and typed just now: kept for this tab, so that a reload or a lost network takes no sentence away.</summary>
public sealed class Drafts(Page page)
{
    private const string Key = "queuehub.question";
    private const string About = "about";

    private Dictionary<string, string> _texts = [];

    /// <summary>What is typed in a field of the question; null for nothing.</summary>
    public string? this[string field] => _texts.GetValueOrDefault(field) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>What the question is about, as <see cref="BeginAsync"/> was told.</summary>
    public string? Subject => _texts.GetValueOrDefault(About);

    /// <summary>Reads what an earlier life of the page has left.</summary>
    public async Task LoadAsync()
    {
        try
        {
            _texts = await page.ReadTabAsync(Key) is { } json ? JsonSerializer.Deserialize(json, CounterJson.Default.DictionaryStringString) ?? [] : [];
        }
        catch (JsonException)
        {
            _texts = [];
        }
    }

    /// <summary>Another question is open.</summary>
    public Task BeginAsync(string subject)
    {
        _texts = new() { [About] = subject };
        return SaveAsync();
    }

    public Task WriteAsync(string field, string? text)
    {
        _texts[field] = text ?? "";
        return SaveAsync();
    }

    /// <summary>The question is answered or taken back.</summary>
    public Task EndAsync()
    {
        if (_texts.Count == 0)
        {
            return Task.CompletedTask;
        }

        _texts = [];
        return page.WriteTabAsync(Key, null);
    }

    private Task SaveAsync() => page.WriteTabAsync(Key, JsonSerializer.Serialize(_texts, CounterJson.Default.DictionaryStringString));
}
