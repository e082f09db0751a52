using QueueHub.TestSupport;

[assembly: AssemblyFixture(typeof(EngineFixture))]
