"""Training of the embedded model: the only part of the project that needs torch, onnx and safetensors."""
