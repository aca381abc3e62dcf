using Espalier.Engine.Gizmo;
using Espalier.Server.Reading;

namespace Espalier.Server.Expressions;

/// <summary>A view as expressions see it.</summary>
static class ExpressionDataset
{
    public static GizmoDataset Of(DatasetView view) => new(view.Snapshot);
}
