import './app.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { apply_prefs } from './lib/prefs.svelte';

apply_prefs();
mount(App, { target: document.getElementById('app')! });
// Hangul faces are many small files of which a browser takes those that a text needs; their index is not needed to start.
void import('@fontsource-variable/noto-sans-kr/wght.css');
