// The tests share one device, count what it does and force its hand.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
