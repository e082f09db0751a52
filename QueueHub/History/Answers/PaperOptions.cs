using System.ComponentModel.DataAnnotations;
using QueueHub.Contracts;
using QueueHub.Contracts.History;

namespace QueueHub.History.Answers;

/// <summary>What a saved sheet of paper is worth; section <c>History:Paper</c> of the configuration. docs/history.md says where the figures come from.</summary>
public sealed class PaperOptions : IValidatableObject
{
    internal const string Section = "History:Paper";

    /// <summary>The district's own reckoning: 200,000 sheets are 140 pines of thirty years.</summary>
    [Range(1, 10_000_000)]
    public double SheetsPerTree { get; set; } = 1429;

    [Range(0.01, 1000)]
    public double GramsCo2PerSheet { get; set; } = 2.88;

    /// <summary>Shown under the figures: whoever changes them says where the new ones come from.</summary>
    public PaperSource Source { get; set; } = new();

    internal PaperFactors Factors => new(SheetsPerTree, GramsCo2PerSheet, new LocalText(Source.Ko, Source.En));

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        string.IsNullOrWhiteSpace(Source.Ko) || string.IsNullOrWhiteSpace(Source.En)
            ? [new ValidationResult($"{Section}:Source:Ko and {Section}:Source:En must say where the figures come from.")]
            : [];
}

/// <summary>Who says so, in the languages of supervisors.</summary>
public sealed class PaperSource
{
    public string Ko { get; set; } = "나무: 서초구 발표(A4 20만 장 = 30년생 소나무 약 140그루). CO₂: 천안시 탄소중립지원센터, 2025(A4 1장 = 2.88g)";

    public string En { get; set; } =
        "Trees: Seocho District (200,000 A4 sheets = about 140 pines of thirty years). CO₂: Cheonan Carbon Neutrality Support Center, 2025 (one A4 sheet = 2.88 g)";
}
