namespace QueueHub.Contracts.Forms;

/// <summary>What most forms ask of the person who holds the phone. Nothing else is ever carried from one form to another: no health, no purpose, nobody else.</summary>
public static class Reusable
{
    /// <summary>Key → the type of the fields that may bear it.</summary>
    public static readonly IReadOnlyDictionary<string, FieldType> Types = new Dictionary<string, FieldType>
    {
        ["name"] = FieldType.Text,
        ["birthDate"] = FieldType.Date,
        ["phone"] = FieldType.Phone,
        ["address"] = FieldType.Address,
    };
}
