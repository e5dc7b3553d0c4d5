// The tests share one batch of commands and count what it holds.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
