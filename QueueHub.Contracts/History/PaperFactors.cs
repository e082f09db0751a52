namespace QueueHub.Contracts.History;

/// <summary>What a sheet of paper is worth, and who says so.</summary>
/// <param name="SheetsPerTree">Sheets that are made of one tree.</param>
/// <param name="GramsCo2PerSheet">Grams of CO₂ that a sheet costs.</param>
public sealed record PaperFactors(double SheetsPerTree, double GramsCo2PerSheet, LocalText Source);
