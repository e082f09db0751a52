using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;
using QueueHub.Platform.Database;

namespace QueueHub.Platform.KeyRing;

/// <summary>
/// The Data Protection key ring: in Postgres for all nodes, and a copy on each node so that it can start, read its cookies and open the
/// submissions while Postgres is down. Either place lacks what it lacks only for a while: the two are joined whenever both can be read.
/// </summary>
internal sealed class PostgresKeys(NpgsqlDataSource source, DatabaseStart database, HubOptions options, ILogger<PostgresKeys> logger) : IXmlRepository
{
    private const string FileName = "key-ring.xml";
    private readonly Lock _gate = new();

    private string FilePath => Path.Combine(options.PrivateFolder, FileName);

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_gate)
        {
            var keys = Kept();
            if (database.IsReady)
            {
                try
                {
                    Join(keys);
                }
                catch (Exception error) when (PostgresFaults.IsFault(error))
                {
                    logger.LogWarning("The key ring is read from this node's copy; Postgres cannot be reached: {Reason}", error.Message);
                }
            }

            return [.. keys.Values];
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_gate)
        {
            // The file first: it is what remains should Postgres be away, and the next join brings the key there.
            var keys = Kept();
            keys[friendlyName] = element;
            Keep(keys);
            if (database.IsReady)
            {
                try
                {
                    Join(keys);
                }
                catch (Exception error) when (PostgresFaults.IsFault(error))
                {
                    logger.LogWarning("The key {Name} is on this node only until Postgres is back: {Reason}", friendlyName, error.Message);
                }
            }
        }
    }

    private void Join(Dictionary<string, XElement> keys)
    {
        using var connection = source.OpenConnection();
        var stored = connection.Query<(string Name, string Xml)>("select friendly_name, xml from data_protection_key order by id").ToList();
        foreach (var (name, xml) in keys.Where(key => stored.All(row => row.Name != key.Key)).Select(key => (key.Key, key.Value.ToString())))
        {
            connection.Execute(
                "insert into data_protection_key (friendly_name, xml) values (@name, @xml) on conflict (friendly_name) do nothing", new { name, xml });
        }

        var grown = false;
        foreach (var (name, xml) in stored)
        {
            grown |= keys.TryAdd(name, XElement.Parse(xml));
        }

        if (grown)
        {
            Keep(keys);
        }
    }

    private Dictionary<string, XElement> Kept() => PrivateFile.Read(FilePath) is { } text
        ? XElement.Parse(text).Elements("entry").ToDictionary(entry => (string)entry.Attribute("name")!, entry => entry.Elements().Single())
        : [];

    private void Keep(Dictionary<string, XElement> keys) => PrivateFile.Write(
        FilePath, new XElement("keys", keys.Select(key => new XElement("entry", new XAttribute("name", key.Key), key.Value))).ToString());
}
