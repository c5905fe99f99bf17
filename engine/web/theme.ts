import { theme, type ThemeConfig } from 'antd'

/** Ink on paper and one colour: 黛青, for what can be acted on and where one is. See docs/decisions and design notes in style.css. */

const fonts = '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif'

const shared = {
  fontFamily: fonts,
  fontSize: 14,
  fontSizeSM: 12,
  fontSizeLG: 16,
  lineHeight: 1.57,
  borderRadius: 6,
  borderRadiusSM: 4,
  borderRadiusLG: 6,
  controlHeight: 32,
  motionDurationFast: '0.12s',
  motionDurationMid: '0.14s',
  motionDurationSlow: '0.16s',
  wireframe: false,
}

// The library's buttons throw a coloured shadow; ours lie flat on the paper.
const flat = { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' }

const light: ThemeConfig = {
  algorithm: theme.defaultAlgorithm,
  token: {
    ...shared,
    colorPrimary: '#1f6f78',
    colorInfo: '#2f6f9f',
    colorSuccess: '#3d7a4e',
    colorWarning: '#a5691b',
    colorError: '#b23b3b',
    colorLink: '#1f6f78',
    // Pointed at, a colour grows stronger and not paler: it is still to be read.
    colorLinkHover: '#17585f',
    colorPrimaryHover: '#26777f',
    colorTextBase: '#20272a',
    colorBgBase: '#fffefb',
    colorBgLayout: '#f5f3ee',
    colorBorder: '#d8d4ca',
    colorBorderSecondary: '#eeebe4',
    colorTextPlaceholder: '#5f696e',
    colorTextTertiary: '#5f696e',
    colorTextDescription: '#5b656a',
    colorBgMask: 'rgb(32 39 42 / 32%)',
    boxShadow: '0 8px 24px rgb(32 39 42 / 14%)',
    boxShadowSecondary: '0 8px 24px rgb(32 39 42 / 14%)',
  },
  components: { Button: flat },
}

const dark: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    ...shared,
    colorPrimary: '#5fb0b5',
    colorInfo: '#6aa7d6',
    colorSuccess: '#74b985',
    colorWarning: '#d7a35a',
    colorError: '#e07c7c',
    colorLink: '#79c2c6',
    colorLinkHover: '#98d3d6',
    colorPrimaryHover: '#7cc4c8',
    colorTextBase: '#e3e8ea',
    colorBgBase: '#14191c',
    colorBgLayout: '#0f1315',
    colorBgContainer: '#171d20',
    colorBgElevated: '#1d2428',
    colorBorder: '#344047',
    colorBorderSecondary: '#222b30',
    colorTextPlaceholder: '#939fa5',
    colorTextTertiary: '#939fa5',
    colorTextDescription: '#a3afb5',
    colorBgMask: 'rgb(0 0 0 / 48%)',
    boxShadow: '0 8px 24px rgb(0 0 0 / 48%)',
    boxShadowSecondary: '0 8px 24px rgb(0 0 0 / 48%)',
  },
  // White on the light teal and the light red of the dark theme cannot be read.
  components: { Button: { ...flat, primaryColor: '#0f1315', dangerColor: '#0f1315' }, DatePicker: { colorTextLightSolid: '#0f1315' } },
}

/** The theme of the components. Who asks his device for no motion gets none: what only shortens it leaves menus beside the window. */
export const themeOf = (isDark: boolean, isStill: boolean): ThemeConfig => {
  const { token, ...rest } = isDark ? dark : light
  return { ...rest, token: { ...token, motion: !isStill } }
}
