"""Acts on files: `keeping` keeps one under the SHA-256 of its content, `scanning` asks a virus scanner first."""
