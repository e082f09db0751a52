using Microsoft.AspNetCore.Components;

namespace CounterClient.Components.History;

/// <summary>A section of the statistics page: asks for what it shows whenever the ask is another one, and keeps the answer before on the screen meanwhile.</summary>
/// <typeparam name="T">Its answer.</typeparam>
public abstract class HistorySection<T> : ComponentBase, IDisposable
    where T : class
{
    private HistoryAsk? _asked;
    private int _load;
    private bool _left;

    [CascadingParameter] public required Texts Texts { get; set; }
    [CascadingParameter] public required HistoryTexts Words { get; set; }
    [Parameter, EditorRequired] public required HistoryAsk Ask { get; set; }
    [Parameter] public EventCallback OnSignedOut { get; set; }
    [Inject] protected HistoryApi Api { get; set; } = null!;

    /// <summary>What is shown; null until there was a first answer.</summary>
    protected T? Value { get; private set; }

    /// <summary>The ask that <see cref="Value"/> answers.</summary>
    protected HistoryAsk? Answered { get; private set; }

    /// <summary>Why there is no answer to the present ask.</summary>
    protected DoorProblem? Problem { get; private set; }

    protected bool Loading { get; private set; }

    public void Dispose()
    {
        _left = true;
        GC.SuppressFinalize(this);
    }

    protected abstract Task<DoorAnswer<T>> ReadAsync(HistoryAsk ask);

    protected override async Task OnParametersSetAsync()
    {
        if (Ask != _asked)
        {
            await LoadAsync();
        }
    }

    protected async Task LoadAsync()
    {
        var (ask, load) = (_asked = Ask, ++_load);
        (Loading, Problem) = (true, null);
        var (value, problem) = await ReadAsync(ask);

        // One that was asked later may have answered sooner.
        if (_left || load != _load)
        {
            return;
        }

        Loading = false;
        if (problem is { SignedOut: true })
        {
            await OnSignedOut.InvokeAsync();
        }
        else if (value is null)
        {
            Problem = problem;
        }
        else
        {
            (Value, Answered) = (value, ask);
        }
    }
}
