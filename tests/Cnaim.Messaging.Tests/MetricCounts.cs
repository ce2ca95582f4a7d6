using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Cnaim.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.Messaging.Tests;

/// <summary>What one office's meter counted since this was made.</summary>
internal sealed class MetricCounts : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, double> _values = new(StringComparer.Ordinal);

    public MetricCounts(TestOffice office)
    {
        var meter = office.App.Services.GetRequiredService<MessagingMetrics>().Meter;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, meter))
            {
                _values[instrument.Name] = 0;
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Take(instrument, value));
        _listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => Take(instrument, value));
        _listener.Start();
    }

    public IEnumerable<string> Names => _values.Keys;

    public double this[string name]
    {
        get
        {
            _listener.RecordObservableInstruments();
            return _values[name];
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value) =>
        _values.AddOrUpdate(instrument.Name, value, (_, before) => instrument.IsObservable ? value : before + value);
}
