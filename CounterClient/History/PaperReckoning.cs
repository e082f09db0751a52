using QueueHub.Contracts.History;

namespace CounterClient;

/// <summary>What some saved sheets are worth. Pure.</summary>
public sealed record PaperReckoning(PaperFactors Factors, long Sheets)
{
    public double Trees => Sheets / Factors.SheetsPerTree;

    public double GramsCo2 => Sheets * Factors.GramsCo2PerSheet;

    public string Co2Text => GramsCo2 switch
    {
        < 1000 => $"{HistoryTexts.Number(GramsCo2, "0")} g",
        < 1_000_000 => $"{HistoryTexts.Number(GramsCo2 / 1000)} kg",
        _ => $"{HistoryTexts.Number(GramsCo2 / 1_000_000)} t",
    };

    public string SheetsText(string language) => HistoryTexts.Number(Sheets) + (language == "ko" ? "장" : "");

    /// <summary>A few sheets are a hundredth of a tree, and still not none.</summary>
    public string TreesText(string language) => HistoryTexts.Number(Trees, Trees < 1 ? "0.###" : "#,0.#") + (language == "ko" ? "그루" : "");
}
