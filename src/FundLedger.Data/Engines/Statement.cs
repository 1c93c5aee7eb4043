using FundLedger.Journal;

namespace FundLedger.Data.Engines;

/// <summary>
/// A prepared statement that takes its values one by one, in order, and is then executed. Rows of the journal are
/// written through it: the same calls that feed the seal feed the database.
/// </summary>
public abstract class Statement : FieldSink
{
    public abstract void Execute();
}
